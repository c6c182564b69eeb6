// The importers of chats and social networks.

/// Importers of chats and social networks.
enum ChatsFormats {
  /// All of them.
  static let all: [any Importer] = [
    WhatsAppImporter(), SignalImporter(), TelegramChatImporter(), TelegramAccountImporter(),
    DiscordImporter(),
    MessengerImporter(), LinkedInImporter(),
  ]
}
