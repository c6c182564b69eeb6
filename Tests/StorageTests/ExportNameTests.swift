// What the names of two exports say about which is the later one.
import Testing

@testable import Storage

@Suite struct ExportNameTests {
  @Test(arguments: [
    ("forum_2025-03-12.csv", "forum_2025-04-10.csv"), ("forum-20250312.zip", "forum-20250410.zip"),
    ("forum 12-03-2025.csv", "forum 10-04-2025.csv"), ("12.03.2025.csv", "10.04.2025.csv"),
    ("a/delving_2025-03-12.tar.xz", "a/Delving_2025-04-10.tar.gz"),
    ("2025-03-12/berichten.csv", "2025-04-10/berichten.csv"),
    ("x-12032025-x-12-3-2025", "x-10042025-x-10-4-2025"), ("v2_2025_12_31", "v2_2026_01_01"),
  ])
  func theLaterDateIsTheLaterExport(earlier: String, later: String) {
    #expect(ExportName(later).orderByDate(beside: ExportName(earlier)) == .newer)
    #expect(ExportName(earlier).orderByDate(beside: ExportName(later)) == .older)
  }

  @Test(arguments: [
    ("forum_2025-03-12.csv", "leden_2025-04-10.csv"), ("forum_2025-03-12.csv", "forum_2025-03-12.csv"),
    ("2025-03-12_2025-04-10.csv", "2025-04-11_2025-05-10.csv"), ("forum_2025-13-12", "forum_2025-14-10"),
    ("forum_v1_2025-03-12", "forum_v2_2025-04-10"), ("20250399", "20250499"), ("1/2/2025", "1/3/2025"),
    ("", ""),
  ])
  func otherNamesSayNothingByDate(one: String, other: String) {
    #expect(ExportName(one).orderByDate(beside: ExportName(other)) == .undecided)
  }

  @Test(arguments: [
    ("forum_v1.csv", "forum_v2.csv"), ("export-9", "export-10"), ("e-009.zip", "e-10.ZIP"),
    ("2025-04/a3.csv", "2025-05/a1.csv"), ("10-04-2025_0930", "09-05-2025_0815"),
    ("export 99999999999999999999998", "export 99999999999999999999999"),
  ])
  func theHigherNumberIsTheLaterExport(earlier: String, later: String) {
    #expect(ExportName(later).orderByNumber(beside: ExportName(earlier)) == .newer)
    #expect(ExportName(earlier).orderByNumber(beside: ExportName(later)) == .older)
  }

  @Test(arguments: [
    ("forum1.csv", "leden2.csv"), ("export.csv", "export (1).csv"), ("v01", "v1"), ("a", "a"),
  ])
  func unlikeNamesSayNothingByNumber(one: String, other: String) {
    #expect(ExportName(one).orderByNumber(beside: ExportName(other)) == .undecided)
  }
}
