// The weights for Dutch.

extension QuestionModel {
  static let dutchWeights = """
    sentence -2
    sentence.questionMark 4
    """
  static let englishWeights = dutchWeights
}
