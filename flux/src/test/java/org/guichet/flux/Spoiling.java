package org.guichet.flux;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes one element of a sample. All of them fail when there is nothing to change. */
final class Spoiling {
  /** A file of one passage that holds everything that one may hold. */
  static final String FULL =
      FluxSamples.flux().action("CREATION").passage(FluxSamples::fullPassage).xml();

  /** The same with the holder by INSEE code, by training file, by national number. */
  static final String BY_INSEE_CODE = FluxSamples.flux().xml();

  static final String BY_DOSSIER = withHolder(FluxSamples.dossierFormation(1));
  static final String BY_NIR = withHolder(FluxSamples.identifiantNational(1));

  private Spoiling() {}

  private static String withHolder(String holder) {
    return FluxSamples.flux().passage(n -> FluxSamples.passage(FluxSamples.id(n), holder)).xml();
  }

  /** The first of the samples that holds the element. */
  static String sampleWith(String element) {
    for (String sample : new String[] {FULL, BY_INSEE_CODE, BY_DOSSIER, BY_NIR}) {
      if (sample.contains("<" + element + ">")) {
        return sample;
      }
    }
    throw new IllegalArgumentException(element);
  }

  static String value(String element, String value) {
    return replace(element, "<" + element + ">" + value + "</" + element + ">");
  }

  static String without(String element) {
    return replace(element, "");
  }

  static String twice(String element) {
    return replace(element, "$0$0");
  }

  static String nil(String element) {
    return replace(element, "<" + element + " xsi:nil=\"true\"/>");
  }

  static String replace(String xml, String old, String replacement) {
    if (!xml.contains(old)) {
      throw new IllegalArgumentException(old);
    }
    return xml.replace(old, replacement);
  }

  private static String replace(String element, String replacement) {
    Matcher matcher =
        Pattern.compile("<" + element + ">.*?</" + element + ">", Pattern.DOTALL)
            .matcher(sampleWith(element));
    if (!matcher.find()) {
      throw new IllegalArgumentException(element);
    }
    return matcher.replaceFirst(replacement);
  }
}
