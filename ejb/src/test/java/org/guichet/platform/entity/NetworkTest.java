package org.guichet.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24,192.0.2.255,true",
    "192.0.2.0/24,192.0.3.0,false",
    "192.0.2.7,192.0.2.7,true",
    "192.0.2.7,192.0.2.8,false",
    "192.0.2.128/25,192.0.2.127,false",
    "0.0.0.0/0,203.0.113.9,true",
    "0.0.0.0/0,2001:db8::1,false",
    "::/0,2001:db8::1,true",
    "::/0,192.0.2.1,false",
    "2001:db8::/33,2001:db8:7fff:ffff::1,true",
    "2001:db8::/33,2001:db8:8000::,false",
    "192.0.2.0/24,::ffff:192.0.2.9,true",
    "fe80::/10,fe80::1%eth0,true",
    "192.0.2.0/24,?,false",
    "192.0.2.0/24,example.org,false"
  })
  void knowsWhatLiesInIt(String network, String address, boolean within) {
    Network range = Network.parse(network).orElseThrow();

    assertThat(Network.anyContains(List.of(range), address)).isEqualTo(within);
    assertThat(Network.anyContains(List.of(), address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/24",
        "example.org",
        "localhost",
        "192.0.2",
        "192.0.2.7/24",
        "192.0.2.0/33",
        "192.0.2.0/-1",
        "192.0.2.0/24/24",
        "192.0.2.256",
        "010.0.0.1",
        "1.2.3.4.5",
        "2001:db8::/129",
        "2001:db8::1/64",
        "2001:db8:::",
        "::1::",
        ":",
        "face",
        "1:2:3:4:5:6:7:8:9",
        "192.0.2.0/24,192.0.3.0/24"
      })
  void isNoneOfThese(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24,192.0.2.0/24",
    "192.0.2.7/32,192.0.2.7",
    "2001:DB8:0:0::/32,2001:db8::/32",
    "::/0,::/0",
    "::1,::1",
    "1:0:0:2:0:0:0:3,1::2:0:0:0:3",
    "::ffff:192.0.2.9,192.0.2.9"
  })
  void isWrittenInOneWay(String text, String written) {
    Network network = Network.parse(text).orElseThrow();

    assertThat(network).hasToString(written);
    assertThat(Network.parse(network.toString())).contains(network);
  }

  @Test
  void takesAllAddressesOfOneMachineForOneSource() {
    assertThat(Network.around("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(Network.around("2001:db8:1:2:ffff::1%eth0"))
        .isNotEqualTo(Network.around("2001:db8:1:3::1"));
    assertThat(Network.around("192.0.2.1")).isNotEqualTo(Network.around("192.0.2.2"));
    assertThat(Network.around("?")).isEmpty();
  }
}
