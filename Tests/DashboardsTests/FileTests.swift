import Crypto
import Discussion
import Foundation
import Records
import Testing

@testable import Dashboards

@Suite("Files: pages and CSV hold the same numbers")
struct FileTests {
  let files: [RenderedFile]

  init() throws { files = try Dashboards.render(Sample.busy) }

  /// The rows of a CSV file as dictionaries by column.
  private func rows(_ path: String, delimiter: String = ",") -> [[String: String]] {
    var bytes = files.first { $0.path == path }?.bytes ?? []
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let records = CSVParser.records(
      in: bytes, format: CSVFormat(delimiter: delimiter.utf8.first ?? 0)
    ).map(\.strings)
    guard let header = records.first else { return [] }
    return records.dropFirst().map { Dictionary(zip(header, $0)) { $1 } }
  }

  private func number(_ row: [String: String], _ column: String) -> Int { Int(row[column] ?? "") ?? -1 }

  @Test("every signal's numbers stand on its card, its page, its topic's page and in the overview")
  func signals() throws {
    let signals = rows("kerngroep/data/signalen.csv")
    #expect(signals.map { $0["onderwerp_id"] } == ["OND-0001", "OND-0002", "OND-0003"])
    #expect(signals.map { $0["signaal_id"] } == ["SIG-2026-W44-1", "SIG-2026-W46-2", "SIG-2026-W45-3"])
    let index = files.text("kerngroep/index.html")
    let overview = files.text("kerngroep/onderwerpen.html")
    #expect(index.between("<article", "</article>").count == 3)
    for (card, row) in zip(index.between("<article", "</article>"), signals) {
      let page = files.text("kerngroep/\(row["pagina"] ?? "")")
      #expect(card.contains("href=\"\(row["pagina"] ?? "")\""))
      let topic = files.text("kerngroep/onderwerpen/\(row["onderwerp_id"] ?? "").html")
      #expect(topic.contains("href=\"../\(row["pagina"] ?? "")\""))
      let leads = try [page, topic].map { try #require($0.between("<p class=\"intro\">", "</p>").first) }
      let people = number(row, "periode_mensen")
      let strong =
        row["mensen_onderdrukt"] == "ja"
        ? "<strong>\(Texts.questions(number(row, "periode_vragen")))</strong>"
        : "<strong>\(DutchFormat.number(people)) mensen</strong>"
      let expected =
        "\(row["periode_verwacht_laag"] ?? "") tot en met \(row["periode_verwacht_hoog"] ?? "") was te verwachten"
      for text in [card] + leads {
        #expect(text.contains(strong), "\(row)")
        #expect(text.contains(expected))
        if let organisations = row["organisaties"], !organisations.isEmpty {
          #expect(text.contains(" van \(organisations) organisaties hier een vraag over"))
          #expect(text.contains("Zij werken in \(row["regios"] ?? "") regio’s."))
        }
      }
      #expect(page.contains("<tr><th scope=\"row\">Te verwachten</th><td>1 t/m 6</td></tr>"))
      #expect(
        page.contains(
          "<tr><th scope=\"row\">Vragen</th><td>\(Texts.questions(number(row, "periode_vragen"))) ("))
      #expect(
        card.contains("class=\"value\"")
          && card.between("class=\"value\"", "</text>").allSatisfy {
            $0.hasSuffix(">" + DutchFormat.number(number(row, "vragen")))
          })
      let line = try #require(
        overview.between("<tr ", "</tr>").first { $0.contains("\(row["onderwerp_id"] ?? "").html") })
      #expect(line.contains("<td class=\"n\">\(DutchFormat.number(number(row, "vragen")))</td>"))
      #expect(line.contains("class=\"tag"))
    }
  }

  @Test("a topic's table of weeks equals the CSV, week for week")
  func weeks() throws {
    let all = rows("kerngroep/data/onderwerp_week.csv")
    for id in ["OND-0001", "OND-0004", "OND-0006"] {
      let mine = all.filter { $0["onderwerp_id"] == id }
      let page = files.text("kerngroep/onderwerpen/\(id).html")
      let table = try #require(page.between("<details>", "</details>").first)
      let lines = table.between("<tr><th scope=\"row\">", "</tr>")
      #expect(mine.count == 52)
      #expect(lines.count == 52)
      for (row, line) in zip(mine.reversed(), lines) {
        #expect(line.hasPrefix((row["iso_week"] ?? "").replacing("-W", with: "-")))
        #expect(line.contains("<td class=\"n\">\(row["vragen"] ?? "")<"))
        #expect(line.contains("\(row["verwacht_laag"] ?? "") t/m \(row["verwacht_hoog"] ?? "")"))
        #expect(line.contains("signaal") == (row["signaal"] != "geen"))
      }
      let total = mine.reduce(0) { $0 + number($1, "vragen") }
      let topic = try #require(rows("kerngroep/data/onderwerpen.csv").first { $0["onderwerp_id"] == id })
      #expect(number(topic, "vragen_jaar") == total)
      #expect(page.contains("<dd>\(DutchFormat.number(total))</dd>"))
    }
  }

  @Test("the four figures, the changes and who asks equal the CSV")
  func figures() throws {
    let index = files.text("kerngroep/index.html")
    let shown = index.between("<span class=\"big\">", "</span>")
    let values = Dictionary(
      rows("kerngroep/data/kerncijfers.csv").map { ($0["maat"] ?? "", number($0, "waarde")) }
    ) { $1 }
    #expect(shown[0] == DutchFormat.number(values["vragen"] ?? -1))
    #expect(shown[1] == DutchFormat.number(values["onderwerpen_met_vragen"] ?? -1))
    #expect(shown[2] == DutchFormat.number(values["zonder_antwoord"] ?? -1))
    #expect(shown[3] == DutchFormat.percentage(values["niet_ingedeeld"] ?? -1, of: values["vragen"] ?? -1))
    #expect(index.contains("+4 vergeleken met week 45"))
    #expect((values["vragen"] ?? 0) - (values["vragen_vorige_week"] ?? 0) == 4)
    #expect(
      rows("kerngroep/data/veranderingen.csv").map { $0["soort"] }
        == ["nieuw_signaal", "nieuw_onderwerp", "samengevoegd"])
    #expect(
      index.between("<span class=\"kind\">", "</span>") == [
        "Nieuw signaal", "Nieuw onderwerp", "Samengevoegd",
      ])
    let who = rows("kerngroep/data/wie_vraagt.csv").filter { $0["onderwerp_id"] == "OND-0001" }
    #expect(who.map { $0["groep"] } == ["", "Midden", "Zuid", "Andere regio’s", ""])
    #expect(who.map { $0["vragen"] } == ["", "28", "12", "7", ""])
    let page = files.text("kerngroep/onderwerpen/OND-0001.html")
    for row in who where row["onderdrukt"] == "nee" {
      let line = try #require(
        page.between("<tr>", "</tr>").first { $0.contains(">\(row["groep"] ?? "")<svg") })
      #expect(line.contains("<td class=\"n\">\(row["vragen"] ?? "")</td>"))
    }
    for hidden in ["Achterhoek", "Eiland", "Wijkteam Uiterwaard"] {
      for file in files where file.path.hasPrefix("kerngroep/") {
        #expect(!String(decoding: file.bytes, as: UTF8.self).contains(hidden), "\(file.path)")
      }
    }
  }

  @Test("the import page adds up and says so where it does not")
  func intake() throws {
    let page = files.text("monitors/inname.html")
    #expect(
      page.contains(
        "1.234 gelezen = 1.200 nieuw + 0 gewijzigd + 30 ongewijzigd + 1 geweigerd + 0 leden + 2 overgeslagen + 1 overig."
      ))
    #expect(rows("monitors/data/inname.csv").map { $0["klopt"] } == ["ja"])
    var report = Sample.busy
    report.intake.files[0].stored -= 1
    let wrong = try Dashboards.render(report)
    #expect(wrong.text("monitors/inname.html").contains("1.234 gelezen ≠ 1.199 nieuw"))
    #expect(wrong.text("monitors/data/inname.csv").contains(",nee,0,0,0,0,0,0\r\n"))
  }

  @Test("both CSV forms hold the same values, and the Excel form suits Dutch Excel")
  func forms() throws {
    #expect(files.count { $0.path.contains("/data/") } == 39)
    for file in files where file.path.contains("/data/") {
      let excelPath = file.path.replacing("/data/", with: "/excel/")
      let excel = try #require(files.first { $0.path == excelPath })
      #expect(excel.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(!file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      let (data, other) = (rows(file.path), rows(excelPath, delimiter: ";"))
      #expect(data.count == other.count)
      let times = ["inname", "vragen", "onderwerpen", "signalen", "moderatie", "dashboards"]
      let decimals = Set(["duur"] + times.map { "duur_\($0)" }).union([
        "verhouding", "gemiddeld_per_week", "gelijkenis", "verwacht", "aandeel",
      ])
      for (left, right) in zip(data, other) {
        #expect(Set(left.keys) == Set(right.keys))
        for (column, value) in left {
          let converted = decimals.contains(column) ? value.replacing(".", with: ",") : value
          #expect(right[column] == converted, "\(file.path) \(column)")
        }
      }
    }
  }

  @Test("the headers equal the dictionary of columns", arguments: ["kerngroep", "monitors", "opbrengst"])
  func dictionary(folder: String) {
    let described = rows("\(folder)/data/kolommen.csv").map { "\($0["bestand"] ?? "") \($0["kolom"] ?? "")" }
    var real: [String] = []
    for file in files where file.path.hasPrefix("\(folder)/data/") {
      let name = file.path.dropFirst(folder.count + 6)
      let header = CSVParser.records(in: file.bytes).first?.strings ?? []
      real += header.map { "\(name) \($0)" }
    }
    #expect(real.count > 20)
    #expect(described.sorted() == real.sorted())
    #expect(rows("\(folder)/data/kolommen.csv").allSatisfy { !($0["betekenis"] ?? "").isEmpty })
  }

  @Test(
    "text that a spreadsheet would run is guarded; numbers never are",
    arguments: [
      ("=1+1", "'=1+1"), ("  +31", "'  +31"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("\nx", "'\nx"),
      ("\u{FF1D}1", "'\u{FF1D}1"), ("\u{A0}=1", "'\u{A0}=1"), ("a=1", "a=1"), ("", ""), ("a\u{1}b", "ab"),
    ])
  func injection(text: String, written: String) {
    #expect(Table.harmless(text) == written)
    let table = Table(
      name: "t", columns: [Column("a", .text, ""), Column("b", .decimal, "")],
      rows: [[.text("x"), .hundredths(-1_205)], [.integer(-3), .hundredths(7)]])
    #expect(String(decoding: table.dataForm, as: UTF8.self) == "a,b\r\nx,-12.05\r\n-3,0.07\r\n")
    #expect(String(decoding: table.excelForm.dropFirst(3), as: UTF8.self) == "a;b\r\nx;-12,05\r\n-3;0,07\r\n")
  }

  @Test(
    "each manifest lists exactly its folder's files with their hashes",
    arguments: ["kerngroep", "monitors", "opbrengst"])
  func manifest(folder: String) throws {
    struct Listed: Decodable {
      struct File: Decodable { let path, sha256: String; let bytes: Int }
      let schema: Int
      let files: [File]
    }
    let path = "\(folder)/manifest.json"
    let listed = try JSONDecoder().decode(Listed.self, from: Data(files.text(path).utf8))
    let real = files.filter { $0.path.hasPrefix(folder + "/") && $0.path != path }
    #expect(listed.files.map { "\(folder)/\($0.path)" } == real.map(\.path))
    for (entry, file) in zip(listed.files, real) {
      let digest = SHA256.hash(data: file.bytes).map { String(format: "%02x", $0) }.joined()
      #expect(entry.sha256 == digest)
      #expect(entry.bytes == file.bytes.count)
    }
  }

  @Test("the policy of every page names the hash of its own style and script, and nothing unsafe")
  func policy() throws {
    for file in files where file.path.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      let policy = try #require(page.between("Security-Policy\" content=\"", "\">").first)
      #expect(!policy.contains("unsafe"))
      for (tag, directive) in [("style", "style-src"), ("script", "script-src")] {
        for text in page.between("<\(tag)>", "</\(tag)>") {
          let hash = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
          #expect(policy.contains("\(directive) &#39;sha256-\(hash)&#39;"), "\(file.path) \(tag)")
        }
      }
      #expect(policy.contains("script-src") == (file.path == "kerngroep/onderwerpen.html"))
    }
  }

  @Test("links stay inside: core pages never lead to the monitors, and every target is there")
  func links() {
    let paths = Set(files.map(\.path))
    for file in files where file.path.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      let folder = Array(file.path.split(separator: "/").dropLast())
      for href in page.between("href=\"", "\"") {
        let (path, anchor) = (href.prefix { $0 != "#" }, href.drop { $0 != "#" }.dropFirst())
        var parts = path.isEmpty ? file.path.split(separator: "/") : folder
        for part in path.split(separator: "/") {
          if part == ".." { parts.removeLast() } else { parts.append(part) }
        }
        let target = parts.joined(separator: "/")
        #expect(paths.contains(target), "\(file.path) -> \(href)")
        for own in ["kerngroep/", "opbrengst/"] where file.path.hasPrefix(own) {
          #expect(target.hasPrefix(own), "\(file.path) -> \(href)")
        }
        if !anchor.isEmpty {
          #expect(files.text(target).contains("id=\"\(anchor)\""), "\(file.path) -> \(href)")
        }
      }
    }
  }

  @Test("pages stay small and the script too")
  func budgets() throws {
    #expect(files.text("kerngroep/index.html").utf8.count <= 60_000)
    #expect(files.text("kerngroep/onderwerpen/OND-0001.html").utf8.count <= 50_000)
    #expect(try PageTemplates().script.utf8.count <= 3_000)
    let many = Sample.report(
      (1...300).map { Sample.topic($0, "Onderwerp met een gewone, wat langere naam \($0)", weeks: 60) })
    let overview = try OverviewPage(view: CoreView(many)).render(
      Shell.core(CoreView(many), PageTemplates()))
    #expect(overview.bytes.count <= 250_000)
  }

  @Test("equal reports give equal bytes, in whatever order their lists come")
  func deterministic() throws {
    var shuffled = Sample.busy
    shuffled.topics.reverse()
    shuffled.signals.reverse()
    shuffled.volumes.reverse()
    shuffled.history.reverse()
    shuffled.unanswered.reverse()
    for index in shuffled.signals.indices { shuffled.signals[index].weeks.reverse() }
    for index in shuffled.topics.indices {
      shuffled.topics[index].weeks.reverse()
      shuffled.topics[index].assessments.reverse()
      shuffled.topics[index].groups.reverse()
    }
    #expect(try Dashboards.render(Sample.busy) == files)
    #expect(try Dashboards.render(shuffled) == files)
    #expect(files.map(\.path) == files.map(\.path).sorted())
  }

  @Test("long lists are cut on the page, with the full number, and whole in the file")
  func longLists() throws {
    var report = Sample.busy
    report.quarantine = (1...1_000).map {
      QuarantineRow(
        place: Provenance(file: "a.zip", entry: "", record: $0), reason: "bad_date", message: "Geen datum.")
    }
    let files = try Dashboards.render(report)
    #expect(files.text("monitors/inname.html").contains("U ziet de eerste 250 van 1.000."))
    #expect(
      CSVParser.records(in: files.first { $0.path == "monitors/data/quarantaine.csv" }?.bytes ?? []).count
        == 1_001)
  }

  @Test("the empty form has the columns that a correction has, and a row of explanation for each action")
  func correctionForm() throws {
    let form = try #require(files.first { $0.path == "monitors/correcties.csv" })
    #expect(form.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = CSVParser.records(
      in: Array(form.bytes.dropFirst(3)), format: CSVFormat(delimiter: UInt8(ascii: ";"))
    ).map(\.strings)
    #expect(rows[0] == ["actie", "onderwerp", "naar", "titel", "bericht", "toelichting", "door"])
    #expect(rows.allSatisfy { $0.count == 7 })
    #expect(rows.dropFirst().allSatisfy { $0[0].hasPrefix("# ") })
    #expect(files.text("monitors/index.html").contains("href=\"correcties.csv\""))
  }

  @Test("a muted topic is on no page of the core group, nor in what happened, and monitors are told")
  func muted() throws {
    var report = Sample.report([
      Sample.topic(41, "Verborgen onderwerp", last: [9], signal: .strong), Sample.topic(2, "Gewoon"),
      Sample.topic(3, "Ook gewoon"),
    ])
    report.topics[0].decisions.isMuted = true
    report.topics[1].related = [RelatedTopic(topic: TopicID(number: 41), similarity: 0.5)]
    report.history = [
      Sample.event(.split, 2, other: 41, on: Sample.asOf), Sample.event(.woke, 3, on: Sample.asOf),
    ]
    let files = try Dashboards.render(report)
    for file in files where file.path.hasPrefix("kerngroep/") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("Verborgen onderwerp") && !text.contains("OND-0041"), "\(file.path)")
    }
    #expect(!files.contains { $0.path.contains("OND-0041") })
    #expect(
      files.text("monitors/index.html").contains(
        "Verborgen voor de kerngroep: Verborgen onderwerp (OND-0041)."))
    #expect(files.text("kerngroep/index.html").contains("Ook gewoon"))
    #expect(!files.text("monitors/index.html").contains("kerngroep/onderwerpen/OND-0041"))
  }
}
