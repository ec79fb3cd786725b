import Records
import Testing

@testable import Review

@Suite struct ListenAddressTests {
  private func why(_ body: () throws -> ListenAddress) -> String? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? ListenAddress.Refused)?.phrase(.english)
    }
  }

  @Test func anotherAddressNeedsAProxyAndAName() throws {
    #expect(why { try ListenAddress() } == nil)
    #expect(why { try ListenAddress(address: "0.0.0.0") }?.contains("--behind-proxy") == true)
    let proxy = "https://review.example.org"
    #expect(why { try ListenAddress(address: "10.0.0.5", proxy: proxy) }?.contains("--as") == true)
    #expect(why { try ListenAddress(proxy: proxy) }?.contains("--as") == true)
    let address = try ListenAddress(address: "10.0.0.5", port: 7, proxy: proxy, isNamed: true)
    #expect(address.rules(port: 7).hosts == ["review.example.org"])
  }

  @Test(arguments: ["http://a.example", "https://", "https://a.example/x", "https://a b", "a"])
  func proxyIsAnOriginByTLS(proxy: String) {
    #expect(why { try ListenAddress(proxy: proxy, isNamed: true) }?.contains("https://") == true)
  }
}
