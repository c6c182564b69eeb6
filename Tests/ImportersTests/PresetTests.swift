// The mappings that come with the program read what they say they read.
import Archives
import Discussion
import Foundation
import TestSupport
import Testing

@testable import Importers

@Suite("Mappings that come along")
struct PresetTests {
  static let folder = Repository.root.appending(path: "pipelines/mappings")

  static func read(_ preset: String, _ files: [(String, String)]) throws -> (
    posts: [ImportedPost], summary: ImportSummary
  ) {
    let yaml = try String(contentsOf: folder.appending(path: preset), encoding: .utf8)
    return try MappedFormatsTests.read(yaml, files.map { ($0.0, Array($0.1.utf8)) })
  }

  @Test("each is a mapping, and each has a test here")
  func complete() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
      $0.hasSuffix(".yaml")
    }
    for name in names {
      _ = try Mapping(
        yaml: try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8), file: name)
    }
    #expect(
      Set(names) == [
        "demo.yaml", "viva-engage.yaml", "circle.yaml", "phpbb.yaml", "bbpress-buddypress.yaml", "forum.yaml",
        "vragenlijst.yaml", "notulen.yaml",
      ])
  }

  @Test("Viva Engage: conversations, deletions, and nothing from private groups")
  func vivaEngage() throws {
    let (posts, summary) = try Self.read(
      "viva-engage.yaml",
      [
        (
          "export-1/Messages.csv",
          """
          id,replied_to_id,thread_id,group_id,group_name,in_private_group,in_private_conversation,sender_id,sender_type,body,created_at,deleted_at
          900000000000000001,,900000000000000001,5,Jeugd,false,false,71,user,Wie weet dit?,2024-03-01T10:00:00.123+00:00,
          900000000000000002,900000000000000001,900000000000000001,5,Jeugd,false,false,72,user,Ik,2024/03/01 10:05:00 +0000,
          900000000000000003,900000000000000001,900000000000000001,5,Jeugd,false,false,72,user,Weg,2024-03-01T10:06:00.000+00:00,2024-03-02T10:06:00.000+00:00
          900000000000000004,,900000000000000004,6,Besloten,true,false,72,user,Geheim,2024-03-01T10:06:00.000+00:00,
          900000000000000005,,900000000000000005,,,false,true,72,user,Geheim,2024-03-01T10:06:00.000+00:00,
          """
        ), ("export-1/Users.csv", "id,name\n71,Anna\n"),
      ])
    #expect(posts.map(\.id) == ["900000000000000001", "900000000000000002", "900000000000000003"])
    #expect(posts.map(\.kind) == [.topic, .reply, .reply] && Set(posts.map(\.thread)).count == 1)
    #expect(summary.skipped == 2 && summary.deleted == 1 && summary.quarantined == 0)
  }

  @Test("Circle: comments belong to their posts")
  func circle() throws {
    let (posts, summary) = try Self.read(
      "circle.yaml",
      [
        (
          "posts.csv",
          "id,name,body,space_name,user_id,created_at,updated_at,status\n1,Vraag,<p>Wie?</p>,Team,7,2024-03-01T10:00:00Z,,published\n2,Concept,x,Team,7,2024-03-01T10:00:00Z,,draft\n"
        ),
        (
          "comments.csv",
          "id,post_id,parent_comment_id,body,user_id,created_at\n1,1,,<p>Ik</p>,8,2024-03-01T11:00:00Z\n2,1,1,<p>Dank</p>,7,2024-03-01T12:00:00Z\n"
        ),
      ])
    #expect(posts.map(\.id) == ["1", "c-1", "c-2"] && posts.map(\.parent) == [nil, "1", "c-1"])
    #expect(posts.map(\.body) == ["Wie?", "Ik", "Dank"] && summary.skipped == 1)
  }

  @Test("phpBB: the first post of a topic opens it, guests have names")
  func phpBB() throws {
    let (posts, summary) = try Self.read(
      "phpbb.yaml",
      [
        (
          "phpbb_posts.csv",
          """
          "post_id","topic_id","forum_id","poster_id","post_time","post_username","post_subject","post_text","post_edit_time","post_visibility"
          "12","3","2","1","1709290000","Bezoeker","Re: Vraag","<t>Antwoord</t>","0","1"
          "11","3","2","54","1709287200","","Vraag","<r>Wie <B><s>[b]</s>weet<e>[/b]</e></B> dit?</r>","1709287300","1"
          "13","3","2","55","1709291000","","Re: Vraag","<t>Weg</t>","0","2"
          "14","3","2","55","1709291000","","Re: Vraag","<t>Wacht</t>","0","0"
          """
        )
      ])
    #expect(
      posts.map(\.kind) == [.reply, .topic, .reply] && posts.map(\.author) == ["gast-Bezoeker", "54", "55"])
    #expect(posts.map { $0.editedAt != nil } == [false, true, false])
    #expect(summary.deleted == 1 && summary.skipped == 1)
  }

  @Test("bbPress and BuddyPress: topics, replies and activity from their tables")
  func bbPress() throws {
    let (posts, summary) = try Self.read(
      "bbpress-buddypress.yaml",
      [
        (
          "wp_posts.csv",
          """
          ID,post_author,post_date_gmt,post_content,post_title,post_status,post_parent,post_modified_gmt,post_type
          40,7,2024-03-01 10:00:00,Wie weet dit?,Vraag,publish,12,2024-03-01 10:00:00,topic
          41,8,2024-03-01 11:00:00,Ik,,publish,40,2024-03-01 11:00:00,reply
          42,1,2024-03-01 11:00:00,Over ons,Over ons,publish,0,2024-03-01 11:00:00,page
          43,8,2024-03-01 12:00:00,Weg,,trash,40,2024-03-01 11:00:00,reply
          """
        ),
        (
          "wp_bp_activity.csv",
          """
          id,user_id,component,type,action,content,item_id,secondary_item_id,date_recorded,hide_sitewide,is_spam
          40,7,groups,activity_update,x,Nieuws,3,0,2024-03-01 10:00:00,0,0
          44,8,activity,activity_comment,x,Mooi,40,40,2024-03-01 10:10:00,0,0
          45,7,activity,activity_comment,x,Dank,40,44,2024-03-01 10:20:00,0,0
          46,7,groups,joined_group,x,,3,0,2024-03-01 10:20:00,0,0
          """
        ),
      ])
    #expect(posts.map(\.id) == ["40", "41", "43", "a-40", "a-44", "a-45"])
    #expect(posts.map(\.thread) == ["40", "40", "40", "a-40", "a-40", "a-40"])
    #expect(posts.map(\.parent) == [nil, "40", "40", nil, "a-40", "a-44"])
    #expect(posts.filter { $0.kind == .topic }.map(\.id) == ["40", "a-40"])
    #expect(summary.skipped == 2 && summary.deleted == 1)
  }

  @Test("a forum with one table")
  func forum() throws {
    let (posts, _) = try Self.read(
      "forum.yaml",
      [
        (
          "posts.tsv",
          "id\tthread_id\tcreated_at\tauthor_id\tbody\n1\tx\t2024-03-01T10:00:00Z\ta\tVraag\n2\tx\t01-03-2024 12:00\tb\tAntwoord\n"
        )
      ])
    #expect(posts.map(\.kind) == [.topic, .reply])
  }

  @Test("question lists and notes")
  func listsAndNotes() throws {
    let bytes = OfficeBuilder.workbook([
      ["Respondent", "Waar loopt u tegenaan?", "Wat gaat er goed?"], ["1", "Wachtlijsten", "Overleg"],
    ])
    let yaml = try String(contentsOf: Self.folder.appending(path: "vragenlijst.yaml"), encoding: .utf8)
    #expect(try MappedFormatsTests.read(yaml, [("vragenlijst 2025.xlsx", bytes)]).posts.count == 2)
    let notes = try Self.read("notulen.yaml", [("tafel.md", "Datum: 12-03-2025\n# Tafel 1\n- Punt\n")])
    #expect(notes.posts.map(\.body) == ["Punt"] && notes.posts.map(\.channel) == ["Werksessies"])
  }
}
