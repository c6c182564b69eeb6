// The cases of chats and social networks for the tests that every importer has to pass.
@testable import Importers

extension ImporterCase {
  static let chats: [ImporterCase] = [
    ImporterCase(
      importer: WhatsAppImporter(), name: "_chat.txt",
      content: """
        [24-11-17 14:35:59] Jeugd: zuid: \u{200E}Berichten en gesprekken zijn end-to-end versleuteld.
        [24-11-17 14:36:02] Anna: Wie kent een café
        met een ruim terras?
        [24-11-17 14:37:10] ~\u{202F}Bram: \u{200E}afbeelding weggelaten
        [24-11-17 14:38:00] Bram heeft de groep verlaten
        \u{200E}[24-11-17 14:39:00] Anna: \u{200E}Dit bericht is verwijderd.
        [11-24-17 14:40:00] Cor: Deze datum kan niet
        [24-11-17 14:41:00] Dirk: \u{200E}Wachten op dit bericht
        """, posts: 2, records: 7),
    ImporterCase(
      importer: SignalImporter(), name: "Jeugd/chat.md",
      content: """
        [2024-03-01, 09:05] Anna: Wie kent een café?
        (- Bram: 👍 -)
        [2024-03-01, 09:06] Bram: ![foto.jpg](./media/foto.jpg)
        [2024-03-01, 09:07] Bram: Incoming voice call
        [2024-13-01, 09:08] Cor: Deze maand is er niet
        [2024-03-01, 09:09] Anna: (This message was deleted)
        """, posts: 2, records: 5),
    ImporterCase(
      importer: TelegramChatImporter(), name: "result.json",
      content: """
        {"name":"Jeugd","type":"private_supergroup","id":77,"messages":[
        {"id":1,"type":"service","date":"2024-03-01T09:00:00","action":"create_group","text":""},
        {"id":2,"type":"message","date":"2024-03-01T09:01:00","date_unixtime":"1709280060","from":"Anna","from_id":"user1",
        "text":["Zie ",{"type":"link","text":"https://voorbeeld.nl"}," caf\\u00e9"]},
        {"id":3,"type":"message","date":"2024-03-01T10:02:00","from":"Bram","from_id":2,"reply_to_message_id":2,"photo":"x","text":""},
        {"id":4,"type":"message","from":"Cor","from_id":"user3","text":"Zonder datum"},
        {"id":5,"type":"message","date":"2024-03-01T10:02:00","from":"Cor","from_id":"user3","text":""}]}
        """, posts: 2, records: 5),
    ImporterCase(
      importer: TelegramAccountImporter(), name: "result.json",
      content: """
        {"about":"x","chats":{"about":"y","list":[
        {"name":"Open","type":"public_supergroup","id":7,"messages":[
        {"id":1,"type":"message","date_unixtime":"1709280060","from":"Anna","from_id":"user1","text":"Vraag"},
        {"id":2,"type":"message","date_unixtime":"geen","from":"Bram","from_id":"user2","text":"Antwoord"}]},
        {"name":"Bram","type":"personal_chat","id":8,"messages":[
        {"id":1,"type":"message","date_unixtime":"1709280060","from":"Bram","from_id":"user2","text":"Geheim"}]}]}}
        """, posts: 1, records: 3),
    ImporterCase(
      importer: DiscordImporter(), name: "kanaal.json",
      content: """
        {"guild":{"id":"9","name":"G"},"channel":{"id":"10","type":"GuildTextChat","name":"jeugd"},"messages":[
        {"id":"11","type":"Default","timestamp":"2024-03-01T09:01:00.5+01:00","content":"Vraag","author":{"id":"1","name":"a"}},
        {"id":"12","type":"Reply","timestamp":"2024-03-01T09:02:00+01:00","content":"Antwoord","author":{"id":"2","name":"b"},
        "reference":{"messageId":"11"}},
        {"id":"13","type":"GuildMemberJoin","timestamp":"2024-03-01T09:03:00+01:00","content":"Joined","author":{"id":"3"}},
        {"id":"12","type":"Reply","timestamp":"2024-03-01T09:02:00+01:00","content":"Antwoord","author":{"id":"2","name":"b"}},
        {"id":"14","type":"Default","timestamp":"gisteren","content":"Zonder datum","author":{"id":"2"}}]}
        """, posts: 2, records: 5),
    ImporterCase(
      importer: MessengerImporter(), name: "message_1.json",
      content: """
        {"participants":[{"name":"Anna"}],"messages":[
        {"sender_name":"Zo\\u00c3\\u00ab","timestamp_ms":1709280063000,"content":"caf\\u00c3\\u00a9"},
        {"sender_name":"Anna","timestamp_ms":1709280062000,"photos":[{"uri":"x"}]},
        {"sender_name":"Anna","timestamp_ms":1709280061000,"is_unsent":true},
        {"sender_name":"Anna","timestamp_ms":1709280060500,"type":"Subscribe","content":"Anna added Bram"},
        {"sender_name":"Anna","content":"Zonder tijd"}],"title":"Jeugd","thread_path":"inbox/jeugd_abc1234"}
        """, posts: 2, records: 5),
    ImporterCase(
      importer: LinkedInImporter(), name: "Comments.csv",
      content: """
        Date,Link,Message
        2026-01-05 10:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A1,"Zij zei \\"goed\\" over
        het café."
        2026-01-06 10:00:00 UTC,https://www.linkedin.com/feed/update/urn:li:activity:1,Mooi
        2026-01-07 10:00:00,https://www.linkedin.com/feed/update/urn:li:activity:2,NA
        ,https://www.linkedin.com/feed/update/urn:li:activity:3,Zonder datum
        2026-02-30 10:00:00,https://www.linkedin.com/feed/update/urn:li:activity:3,Geen dag
        2026-01-08 10:00:00
        """, posts: 2, records: 6),
  ]
}
