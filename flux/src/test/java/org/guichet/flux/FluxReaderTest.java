package org.guichet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FluxReaderTest {
  @Test
  void spike() {
    Recording r =
        Recording.of(
            FluxSamples.flux()
                .passages(3)
                .passage(n -> FluxSamples.passage(n).replace("<sexe>F", "<sexe>H"))
                .xml());
    System.out.println(r.end);
    r.passages.forEach(System.out::println);
    r.all().forEach(System.out::println);
    System.out.println(r.order);
    assertThat(r.end.how()).isEqualTo(FluxEnd.How.COMPLETE);
    for (String s :
        new String[] {
          "<!DOCTYPE flux [<!ENTITY a 'b'>]><flux/>",
          "<flux>&eacute;</flux>",
          "<a><b></a>",
          "x",
          "",
          "  ",
          "<flux/>",
          "<flux/><flux/>",
          "<?xml version='1.0' encoding='UTF-7'?><flux/>",
          "<a>".repeat(100),
          "<a " + "b='".repeat(1) + "'/>",
          "\u0000<a/>",
          "<a>\u0000</a>",
          "<" + "a".repeat(300) + "/>",
          "<a>" + "x".repeat(70000) + "</a>",
          "<a b='" + "x".repeat(2100000) + "'/>",
          "<flux xmlns='urn:cdc:cpf:pc5:schema:1.0.0'><idFlux><b>x</b></idFlux>",
          FluxSamples.flux()
              .xml()
              .replace(
                  "<dateFinValidite xsi:nil=\"true\"/>",
                  "<dateFinValidite xsi:nil=\"true\"> </dateFinValidite>"),
          FluxSamples.flux()
              .xml()
              .replace("<scoring xsi:nil=\"true\"/>", "<scoring xsi:nil=\"true\"> </scoring>"),
          "<?xml version='1.0' encoding='ISO-8859-15'?><flux/>",
        }) {
      Recording q = Recording.of(s);
      System.out.println("--- " + s.substring(0, Math.min(60, s.length())) + " => " + q.end);
      q.all().forEach(System.out::println);
    }
  }
}
