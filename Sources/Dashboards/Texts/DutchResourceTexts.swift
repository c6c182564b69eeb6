// The Dutch texts about existing material on a topic.
import Discussion

extension DutchTexts {
  /// Existing material.
  enum Resources {
    static let heading = "Wat is hier al over?"
    static let already = "Hierover is al:"
    static let proposal = "Misschien het antwoord:"

    static func intro(_ count: Int) -> String {
      let shown = min(count, ResourceParts.shown)
      let cut = count > shown ? " U ziet de eerste \(shown) van \(DutchFormat.number(count))." : ""
      return
        (count == 1
        ? "Hierover is al 1 bron bekend." : "Hierover zijn al \(DutchFormat.number(count)) bronnen bekend.")
        + cut + " Een link opent een andere website."
    }

    /// What follows the first title.
    static func more(_ count: Int) -> String {
      switch count {
      case ...0: ""
      case 1: " en nog 1 bron"
      default: " en nog \(DutchFormat.number(count)) bronnen"
      }
    }

    static func answer(_ resource: Resource, open: Int) -> String {
      let waiting =
        open == 1
        ? "Er wacht nog 1 vraag op antwoord" : "Er wachten nog \(DutchFormat.number(open)) vragen op antwoord"
      return "\(waiting). Misschien staat het in “\(resource.title)”."
    }

    /// Who made it, what people say about it, and the address where that is no link.
    static func about(_ resource: Resource, address: String?) -> String? {
      let parts = [resource.publisher, resource.note, address ?? ""].filter { !$0.isEmpty }
      return parts.isEmpty ? nil : "– " + parts.joined(separator: ". ")
    }
  }
}
