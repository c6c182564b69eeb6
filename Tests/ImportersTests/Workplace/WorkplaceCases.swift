// Small made-up exports of the platforms for teams, for the tests that every importer has to pass.
@testable import Importers

extension ImporterCase {
  static let workplace: [ImporterCase] = [
    ImporterCase(
      importer: SlackImporter(), name: "algemeen/2024-03-01.json",
      content: """
        [
          {"type":"message","subtype":"channel_join","user":"U1AAAAAA","text":"<@U1AAAAAA> has joined the channel","ts":"1709283600.000100"},
          {"type":"message","user":"U1AAAAAA","text":"Wie kent een caf\u{E9} &amp; zo? <https://voorbeeld.nl|hier>","ts":"1709283660.000200","thread_ts":"1709283660.000200"},
          {"type":"message","user":"U2BBBBBB","text":"Ik, <@U1AAAAAA|anna>.","ts":"1709283720.000300","thread_ts":"1709283660.000200","edited":{"user":"U2BBBBBB","ts":"1709283800.000000"}},
          {"type":"message","subtype":"tombstone","user":"USLACKBOT","text":"This message was deleted.","ts":"1709283780.000400"},
          {"type":"message","user":"U2BBBBBB","text":"zonder tijd","ts":"gisteren"},
          {"type":"message","user":"U2BBBBBB","text":"zonder nummer"},
          {"type":"message","user":"U2BBBBBB","text":"","ts":"1709283900.000500"}
        ]
        """, posts: 2, records: 7),
    ImporterCase(
      importer: SlackImporter(), name: "C0AAAAAA1.json",
      content: """
        {"name":"algemeen","messages":[
          {"type":"message","user":"U1AAAAAA","text":"Vraag","ts":"1709283660.000200","thread_ts":"1709283660.000200","slackdump_thread_replies":[
            {"type":"message","user":"U2BBBBBB","text":"Antwoord","ts":"1709283720.000300","thread_ts":"1709283660.000200"}]},
          {"type":"message","subtype":"bot_message","bot_id":"B1","text":"","ts":"1709283730.000300","attachments":[{"pretext":"Nieuw","text":"<https://a.nl|stuk>"}]}
        ],"channel_id":"C0AAAAAA1"}
        """, posts: 3, records: 3),
    ImporterCase(
      importer: MattermostImporter(), name: "export.jsonl",
      content: """
        {"type":"version","version":1}
        {"type":"team","team":{"name":"jeugd"}}
        {"type":"channel","channel":{"team":"jeugd","name":"vragen","display_name":"Vragen","type":"O"}}
        {"type":"user","user":{"username":"anna","first_name":"Anna","last_name":"Bos"}}
        {"type":"post","post":{"team":"jeugd","channel":"vragen","user":"anna","message":"anna joined the channel.","create_at":1709283660000,"replies":null}}
        {"type":"post","post":{"team":"jeugd","channel":"vragen","user":"anna","message":"Wie weet dit?","create_at":1709283660001,"edit_at":1709283670000,"replies":[{"user":"bram","message":"Ik.","create_at":1709283660002}]}}
        {"type":"post","post":{"team":"jeugd","channel":"vragen","user":"anna","message":"geen tijd"}}
        {"type":"direct_post","direct_post":{"channel_members":["anna","bram"],"user":"anna","message":"geheim","create_at":1709283660005}}
        {"type":"post","post":
        """, posts: 2, records: 6),
    ImporterCase(
      importer: TeamsImporter(), name: "messages_1.json",
      content: """
        [
          {"Id":"1","Body":{"ContentType":"html","Content":"<p>Dag <at id=\\"0\\">Anna Bos</at>, een caf\u{E9}?</p>"},"CreatedDateTime":"2024-03-01T09:01:00.5+00:00","LastEditedDateTime":null,"DeletedDateTime":null,"Subject":"Vraag","ReplyToId":null,"From":{"User":{"Id":"u1","DisplayName":"Bram"}},"Attachments":[],"Mentions":[],"MessageType":"message","ChannelIdentity":{"ChannelId":"19:a@thread.tacv2","TeamId":"t"},"ChatId":null,"EventDetail":null},
          {"Id":"2","Body":{"ContentType":"html","Content":"<systemEventMessage/>"},"CreatedDateTime":"2024-03-01T09:02:00+00:00","From":null,"MessageType":"unknownFutureValue","ChannelIdentity":{"ChannelId":"19:a@thread.tacv2"},"ChatId":null,"EventDetail":{"EventType":null}},
          {"Id":"3","Body":{"ContentType":"html","Content":""},"CreatedDateTime":"2024-03-01T09:03:00+00:00","DeletedDateTime":"2024-03-01T09:04:00+00:00","ReplyToId":"1","From":{"User":{"Id":"u2","DisplayName":"Anna"}},"MessageType":"message","ChannelIdentity":{"ChannelId":"19:a@thread.tacv2"},"ChatId":null},
          {"Id":"4","Body":{"ContentType":"html","Content":"<p>x</p>"},"CreatedDateTime":"morgen","ReplyToId":"1","From":null,"MessageType":"message","ChannelIdentity":{"ChannelId":"19:a@thread.tacv2"},"ChatId":null},
          {"Id":"5","Body":{"ContentType":"html","Content":"<p>geheim</p>"},"CreatedDateTime":"2024-03-01T09:03:00+00:00","From":null,"MessageType":"message","ChannelIdentity":null,"ChatId":"19:u1_u2@unq.gbl.spaces"}
        ]
        """, posts: 1, records: 5),
    ImporterCase(
      importer: ZulipImporter(), name: "zulip_json/7-vragen/oude.20vraag.json",
      content: """
        [
          {"content":"<p>Stream events</p>","id":10,"sender_full_name":"Notification Bot","timestamp":1709283600},
          {"content":"<p>Wie kent <span class=\\"user-mention\\">@Anna</span>?</p>","id":11,"sender_full_name":"Bram","timestamp":1709283660},
          {"content":"<p>Ik</p>","id":12,"sender_full_name":"Cor","timestamp":1709283670},
          {"content":"<p>geen tijd</p>","id":13,"sender_full_name":"Cor","timestamp":null}
        ]
        """, posts: 2, records: 4),
    ImporterCase(
      importer: GitterImporter(), name: "gitter_data.json",
      content: """
        [
          {"id":"5e1","text":"Wie weet dit, @bram?","html":"<p>x</p>","sent":"2024-03-01T09:01:00.123Z","fromUser":{"id":"f1","username":"anna","displayName":"Anna"},"v":1,"room":"jeugd"},
          {"id":"5e2","text":"Ik","sent":"2024-03-01T09:02:00.123Z","fromUser":{"id":"f2","username":"bram"},"parentId":"5e1"},
          {"id":"5e2","text":"Ik","sent":"2024-03-01T09:02:00.123Z","fromUser":{"id":"f2","username":"bram"},"parentId":"5e1"},
          {"id":"5e3","text":"","sent":"2024-03-01T09:03:00.123Z","editedAt":"2024-03-01T09:04:00.123Z","fromUser":{"id":"f2","username":"bram"}},
          {"id":"5e4","text":"geen tijd","sent":null,"fromUser":{"id":"f2","username":"bram"}}
        ]
        """, posts: 2, records: 5),
  ]
}
