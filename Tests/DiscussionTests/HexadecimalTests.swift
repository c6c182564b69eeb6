// Bytes as hexadecimal digits.
import Discussion
import Testing

@Suite struct HexadecimalTests {
  @Test func everyByteHasTwoDigitsInLowerCase() {
    #expect(Hexadecimal.text([0x00, 0x0F, 0xA0, 0x9C, 0xFF]) == "000fa09cff")
    #expect(Hexadecimal.text([]) == "")
    #expect((UInt8.min...UInt8.max).allSatisfy { UInt8(Hexadecimal.text([$0]), radix: 16) == $0 })
  }
}
