// The neighbourhood scan: what it finds, what it must not find, and that its chances are chances.

import Discussion
import Testing

@testable import Spikes

@Suite struct ScanTests {
  /// A made-up community of which the subject of each question is known.
  struct Community {
    static let firstWeek = ISOWeek(number: 2800)
    static let subjects = 12
    var questions: [(week: Int, subject: Int, asker: Int)] = []

    /// Some weeks with a few questions each on subjects by chance.
    init(weeks: Int = 80, perWeek: Int = 4, seed: UInt64) {
      var generator = SplitMix64(seed: seed)
      for week in 0..<weeks {
        for _ in 0..<perWeek {
          questions.append(
            (week, generator.next(below: Self.subjects), 1000 + generator.next(below: 300)))
        }
      }
    }

    mutating func ask(_ subject: Int, week: Int, askers: some Sequence<Int>) {
      for asker in askers { questions.append((week, subject, asker)) }
    }

    /// What the scan reads: questions on one subject resemble each other, the others hardly.
    func posts(organisations: Int? = nil) -> [ScanPost] {
      let sorted = questions.sorted { $0.week < $1.week }
      var posts: [ScanPost] = []
      for (number, question) in sorted.enumerated() {
        let earlier = sorted[..<number].enumerated().map { other, earlier in
          // A little noise, the same for a pair in every order.
          let noise = Double((other * 7919 + number * 104_729) % 1000) / 10_000
          return PostNeighbours.Neighbour(
            post: Self.id(other), similarity: (earlier.subject == question.subject ? 0.5 : 0.02) + noise)
        }
        posts.append(
          ScanPost(
            post: Self.id(number), week: Self.firstWeek.advanced(by: question.week),
            asker: MemberID("m\(question.asker)"),
            organisation: "o\(question.asker % (organisations ?? 1_000_000))",
            earlier: Array(earlier.sorted { $0.similarity > $1.similarity }.prefix(40))))
      }
      return posts
    }

    static func id(_ number: Int) -> PostID {
      PostID("p" + String(repeating: "0", count: 5 - "\(number)".count) + "\(number)")
    }
  }

  private func least(_ posts: [ScanPost], week: Int) -> Neighbourhood? {
    NeighbourhoodScan(posts).neighbourhoods(
      in: Community.firstWeek.advanced(by: week), largestP: 0.05
    ).first
  }

  @Test func aSubjectThatManyPeopleAskAboutAtOnceIsFound() throws {
    var community = Community(seed: 1)
    community.ask(3, week: 60, askers: 1..<9)
    let found = try #require(least(community.posts(), week: 60))
    #expect(found.pValue <= 0.002)
    #expect(found.observed >= 8)
    #expect(found.observed > found.upper)
    #expect(found.expected < 3)
    #expect(found.posts.count == found.observed)
  }

  @Test func whatCameLaterChangesNothing() {
    var community = Community(seed: 1)
    community.ask(3, week: 60, askers: 1..<9)
    let upToThen = community.posts().filter { $0.week <= Community.firstWeek.advanced(by: 60) }
    #expect(least(upToThen, week: 60) == least(community.posts(), week: 60))
  }

  @Test func theOrderOfTheQuestionsMakesNoDifference() {
    var community = Community(seed: 4)
    community.ask(3, week: 60, askers: 1..<9)
    #expect(least(community.posts().reversed(), week: 60) == least(community.posts(), week: 60))
  }

  @Test func onePersonWhoAsksAHundredTimesIsNone() {
    var community = Community(seed: 5)
    let before = least(community.posts(), week: 60)
    community.ask(3, week: 60, askers: Array(repeating: 7, count: 100))
    #expect(before == nil)
    #expect(least(community.posts(), week: 60) == nil)
  }

  @Test func aTextThatManyPeopleCopyHasOneVote() {
    var community = Community(seed: 5)
    community.ask(3, week: 60, askers: 1..<9)
    var posts = community.posts()
    let firstCopy = posts.firstIndex { $0.asker == MemberID("m1") } ?? 0
    for index in posts.indices.dropFirst(firstCopy + 1) {
      guard let asker = posts[index].asker, asker.description.utf8.count < 3 else { continue }
      posts[index].earlier.insert(
        PostNeighbours.Neighbour(post: posts[firstCopy].post, similarity: 0.99), at: 0)
    }
    #expect(least(community.posts(), week: 60) != nil)
    #expect(least(posts, week: 60) == nil)
  }

  @Test func copiesHaveOneVoteAlsoWhenTheirIdentitiesRunAgainstTime() {
    let week = Community.firstWeek
    let asked = (0..<4).map { number in
      // The first one posted has the highest identity.
      ScanPost(
        post: Community.id(3 - number), week: week, asker: MemberID("m\(number)"), organisation: nil,
        earlier: (0..<number).map { .init(post: Community.id(3 - $0), similarity: 0.99) })
    }
    let graph = ScanGraph(asked, copySimilarity: 0.95)
    #expect(Set(graph.voters).count == 1)
  }

  @Test func peopleOfTwoOrganisationsAreTooFew() {
    var community = Community(seed: 5)
    community.ask(3, week: 60, askers: 1..<9)
    #expect(least(community.posts(organisations: 2), week: 60) == nil)
    #expect(least(community.posts(organisations: 3), week: 60) != nil)
  }

  @Test func aWeekThatIsBusyOnEverySubjectIsNone() {
    var community = Community(seed: 6)
    for subject in 0..<Community.subjects {
      community.ask(subject, week: 60, askers: subject * 10..<subject * 10 + 2)
    }
    #expect(least(community.posts(), week: 60) == nil)
  }

  @Test func aWeekWithThreeTimesAsManyPeopleOnEverySubjectGivesNothingNew() {
    for seed in 20..<26 as Range<UInt64> {
      let calm = Community(weeks: 61, seed: seed)
      var threefold = calm
      for question in calm.questions where question.week == 60 {
        threefold.ask(question.subject, week: 60, askers: [question.asker + 1000, question.asker + 2000])
      }
      #expect(least(calm.posts(), week: 60).map { $0.pValue > 0.0072 } ?? true)
      #expect(least(threefold.posts(), week: 60).map { $0.pValue > 0.0072 } ?? true)
    }
  }

  /// Without anything going on the chances are spread evenly: of 400 weeks about 40 are at most 0.1. Weeks after one
  /// another resemble each other, so the bounds are wide: four standard deviations of a binomial of a third as many.
  @Test func chancesAreChances() {
    var settings = ScanSettings()
    settings.permutations = 99
    var weeks = 0
    var unlikely = 0
    for seed in 0..<8 as Range<UInt64> {
      let scan = NeighbourhoodScan(Community(weeks: 70, seed: 100 + seed).posts(), settings: settings)
      for week in 20..<70 {
        weeks += 1
        let found = scan.neighbourhoods(in: Community.firstWeek.advanced(by: week), largestP: 0.1)
        if !found.isEmpty { unlikely += 1 }
      }
    }
    let share = Double(unlikely) / Double(weeks)
    #expect(share > 0.02)
    #expect(share < 0.2)
  }

  @Test func aShortHistoryIsNotJudged() {
    let posts = Community(weeks: 12, seed: 1).posts()
    #expect(NeighbourhoodScan(posts).weeks == nil)
    #expect(NeighbourhoodScan([]).weeks == nil)
    #expect(NeighbourhoodScan(posts).neighbourhoods(in: Community.firstWeek, largestP: 1).isEmpty)
  }

  /// Tails and probabilities of scipy.stats.hypergeom 1.14.
  @Test(arguments: [
    ((600, 20, 12, 5), 1.6601331130270626e-05, 1.610008507777657e-05),
    ((600, 20, 40, 8), 1.3459096342657916e-05, 1.2430087523302268e-05),
    ((30000, 770, 40, 9), 6.184688680692361e-07, 5.690171996739494e-07),
    ((50, 50, 10, 10), 1.0, 1.0),
    ((41, 7, 40, 6), 1.0, 0.17073170731707316),
    ((100_000, 3, 5, 3), 6.000180004200091e-14, 6.000180004200091e-14),
  ])
  func tailsAgreeWithAnotherProgram(_ numbers: (Int, Int, Int, Int), tail: Double, probability: Double) {
    let distribution = Hypergeometric(population: numbers.0, marked: numbers.1, drawn: numbers.2)
    #expect(abs(distribution.upperTail(numbers.3) - tail) <= 1e-8 * tail)
    #expect(abs(distribution.probability(numbers.3) - probability) <= 1e-8 * probability)
  }

  @Test func theExpectedRangeLeavesOutAtMostItsTails() {
    let distribution = Hypergeometric(population: 600, marked: 80, drawn: 40)
    let range = distribution.expectedRange(tail: 0.01)
    #expect(distribution.upperTail(range.upperBound + 1) <= 0.01)
    #expect(distribution.upperTail(range.upperBound) > 0.01)
    #expect(1 - distribution.upperTail(range.lowerBound) <= 0.01)
    #expect(1 - distribution.upperTail(range.lowerBound + 1) > 0.01)
  }
}
