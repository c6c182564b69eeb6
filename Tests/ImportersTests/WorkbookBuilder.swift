// Builds small workbooks of Excel and documents of Word out of their parts, for tests.
import TestSupport

/// Builds Office documents in memory.
enum OfficeBuilder {
  /// A workbook with a sheet's rows as XML, and whatever parts a test wants beside it.
  static func workbook(
    sheets: [(name: String, rows: String)], strings: String = "", styles: String = "",
    properties: String = "",
    state: [String: String] = [:], namePrefix: String = ""
  ) -> [UInt8] {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 7)\" "
        + (state[sheet.name].map { "state=\"\($0)\" " } ?? "") + "r:id=\"rId\(index + 1)\"/>"
    }.joined()
    let relations = sheets.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"http://x/relationships/worksheet\" Target=\"worksheets/s\($0).xml\"/>"
    }.joined()
    var parts: [(name: String, content: String)] = sheets.enumerated().map { index, sheet in
      (
        "xl/worksheets/s\(index).xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"
      )
    }
    // The parts come in an order that no reader may count on.
    parts += [
      ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
      ("docProps/app.xml", "<Properties/>"),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><workbookPr \(properties)/><sheets>\(list)</sheets></workbook>"
      ),
      ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
      ("[Content_Types].xml", "<Types/>"),
    ]
    return ContainerBuilder.zip(parts.map { (namePrefix + $0.name, Array($0.content.utf8)) })
  }

  /// A workbook whose one sheet holds texts, row by row.
  static func workbook(_ rows: [[String]]) -> [UInt8] {
    let xml = rows.map { cells in
      "<row>" + cells.map { "<c t=\"inlineStr\"><is><t>\(escaped($0))</t></is></c>" }.joined() + "</row>"
    }.joined()
    return workbook(sheets: [("Blad1", xml)])
  }

  /// A document of Word with a body as XML.
  static func document(_ body: String, styles: String = "") -> [UInt8] {
    let parts = [
      ("_rels/.rels", "<Relationships/>"),
      ("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>"),
      ("word/styles.xml", "<w:styles xmlns:w=\"w\">\(styles)</w:styles>"),
      ("[Content_Types].xml", "<Types/>"),
    ]
    return ContainerBuilder.zip(parts.map { ($0.0, Array($0.1.utf8)) })
  }

  /// A paragraph of Word.
  static func paragraph(_ text: String, style: String? = nil, list: Int? = nil) -> String {
    let properties =
      (style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? "")
      + (list.map { "<w:numPr><w:ilvl w:val=\"\($0)\"/><w:numId w:val=\"3\"/></w:numPr>" } ?? "")
    return "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(escaped(text))</w:t></w:r></w:p>"
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
