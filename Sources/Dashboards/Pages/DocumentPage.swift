// Pages that are read as a document, and printed: headings with paragraphs, lists, tables and lines to fill in.
import Discussion

/// A part of a document.
enum DocumentBlock: Hashable, Sendable {
  case paragraph(String)
  case list([String])
  /// Steps, each with what it is called and what happens there.
  case flow([DocumentStep])
  case table(caption: String, heads: [String], rows: [[String]])
  /// Something that people fill in, on paper or in their copy of the file.
  case blank(String)
}

/// A step that data go through.
struct DocumentStep: Hashable, Sendable {
  let name: String
  let text: String
}

/// A heading with what stands below it.
struct DocumentSection: Hashable, Sendable {
  let id: String
  let heading: String
  let blocks: [DocumentBlock]
}

/// A document among the monitors' pages.
struct DocumentPage {
  /// The page's name in the monitors' folder.
  let name: String
  let title: String
  let heading: String
  let intro: String
  let sections: [DocumentSection]

  /// The page.
  func render(_ shell: Shell) throws -> RenderedFile {
    try shell.templates.page(
      "document", at: "monitors/" + name,
      shell.fields(
        title: "\(title) – \(Texts.Monitors.product)", current: name,
        [
          "heading": heading, "intro": intro,
          "sections": sections.map { section in
            ["id": section.id, "heading": section.heading, "blocks": section.blocks.map(Self.fields)]
              as Fields
          },
        ]))
  }

  private static func fields(_ block: DocumentBlock) -> Fields {
    switch block {
    case .paragraph(let text): ["paragraph": text]
    case .list(let items): ["list": ["items": items] as Fields]
    case .flow(let steps):
      ["flow": ["steps": steps.map { ["name": $0.name, "text": $0.text] as Fields }] as Fields]
    case .table(let caption, let heads, let rows):
      [
        "table": [
          "caption": caption, "heads": heads,
          "rows": rows.map { row in
            [
              "first": row.first ?? "",
              "cells": zip(heads, row).dropFirst().map { ["label": $0, "text": $1] as Fields },
            ] as Fields
          },
        ] as Fields
      ]
    case .blank(let label): ["blank": label]
    }
  }
}
