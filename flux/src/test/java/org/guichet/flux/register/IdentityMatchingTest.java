package org.guichet.flux.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.flux.register.People.person;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.guichet.flux.Checking;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityMatchingTest {
  private static final FluxReader READER = new FluxReader();

  private final Told told = new Told();

  private FluxEnd read(FluxSamples file, @Nullable HolderRegister register, IdentityMode mode)
      throws IOException {
    return read(file.bytes(), register, mode, DisclosedValues.SHOWN);
  }

  private FluxEnd read(
      byte[] file, @Nullable HolderRegister register, IdentityMode mode, DisclosedValues disclosed)
      throws IOException {
    IdentityMatching matching = new IdentityMatching(register, mode, disclosed, told);
    return READER.read(new ByteArrayInputStream(file), Checking.schemaOnly(), matching);
  }

  /** Registers those whom {@link FluxSamples#titulaire} makes up. */
  private static HolderRegister registerOf(IntStream numbers) {
    return new InMemoryHolderRegister(
        numbers
            .mapToObj(
                n ->
                    person(
                            FluxSamples.lastName(n),
                            FluxSamples.firstName(n),
                            n % 2 == 1 ? "F" : "M",
                            1960 + n % 45)
                        .born(1 + n % 12, 1 + n % 28)
                        .registered())
            .toList());
  }

  @Test
  void letsThroughWhomTheRegisterKnowsAndTellsWhoIsUnknown() throws IOException {
    read(FluxSamples.flux().passages(3), registerOf(IntStream.of(1, 3)), IdentityMode.BLOCK);
    assertThat(told.codes())
        .containsExactly(List.of(), List.of(FindingCode.HOLDER_UNKNOWN), List.of());
    Finding unknown = told.passages.get(1).findings().get(0);
    assertThat(unknown.severity()).isEqualTo(Severity.PASSAGE);
    assertThat(unknown.line()).isEqualTo(told.passages.get(1).line());
    assertThat(unknown.path())
        .endsWith("/certification[1]/passageCertifications/passageCertification[2]");
  }

  @Test
  void saysWhereWhomTheRegisterHasOfAnotherYearDiffers() throws IOException {
    byte[] file = FluxSamples.flux().xml().replace(">1961<", ">1962<").getBytes(UTF_8);
    read(file, registerOf(IntStream.of(1)), IdentityMode.BLOCK, DisclosedValues.SHOWN);
    Finding unknown = told.passages.get(0).findings().get(0);
    assertThat(unknown.arguments()).containsExactly("anneeNaissance", "1961", "1962");
    assertThat(unknown.path())
        .endsWith("passageCertification[1]/identificationTitulaire/titulaire/anneeNaissance");
    assertThat(unknown.value()).isEqualTo("1962");
    told.passages.clear();
    read(file, registerOf(IntStream.of(1)), IdentityMode.BLOCK, DisclosedValues.HIDDEN);
    assertThat(told.passages.get(0).findings().get(0).arguments())
        .containsExactly("anneeNaissance", "", "1962");
  }

  @Test
  void onlyWarnsWhereTheCertifierWantsNoMore() throws IOException {
    read(FluxSamples.flux(), registerOf(IntStream.empty()), IdentityMode.WARN);
    assertThat(told.passages.get(0).findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void asksNobodyWhenSwitchedOffOrWhenTheFileTakesBack() throws IOException {
    read(FluxSamples.flux(), new Counting(), IdentityMode.OFF);
    read(FluxSamples.flux().action("SUPPRESSION"), new Counting(), IdentityMode.BLOCK);
    assertThat(told.codes()).containsExactly(List.of(), List.of());
    assertThat(told.findings).isEmpty();
  }

  @Test
  void tellsOnceThatThereIsNoRegister() throws IOException {
    read(FluxSamples.flux().passages(3), null, IdentityMode.BLOCK);
    assertThat(told.codes()).containsExactly(List.of(), List.of(), List.of());
    assertThat(told.findings)
        .containsExactly(
            new Finding(FindingCode.NO_REGISTER, Severity.WARNING, 0, 0, "", List.of()));
  }

  @Test
  void countsWhomItDoesNotLookUp() throws IOException {
    FluxSamples file =
        FluxSamples.flux()
            .passages(6)
            .passage(
                n ->
                    FluxSamples.passage(
                        FluxSamples.id(n),
                        switch (n % 3) {
                          case 0 -> FluxSamples.dossierFormation(n);
                          case 1 -> FluxSamples.titulaire(n);
                          default -> FluxSamples.identifiantNational(n);
                        }));
    read(file, registerOf(IntStream.of(1, 4)), IdentityMode.BLOCK);
    assertThat(told.codes()).allMatch(List::isEmpty);
    assertThat(told.findings)
        .extracting(Finding::code)
        .containsExactly(FindingCode.IDENTITY_NOT_CHECKED);
    assertThat(told.findings.get(0).arguments()).containsExactly("4", "2", "2");
  }

  @Test
  void asksForManyAtOnceAndKeepsTheOrder() throws IOException {
    Counting counting = new Counting();
    read(FluxSamples.flux().passages(1201), counting, IdentityMode.WARN);
    assertThat(counting.asked).hasSize(3).allMatch(size -> size <= IdentityMatching.MOST_HELD);
    List<String> expected = new ArrayList<>(List.of("header"));
    IntStream.rangeClosed(1, 1201).forEach(n -> expected.add("passage " + n));
    expected.add("certification 1");
    assertThat(told.order).isEqualTo(expected);
  }

  @Test
  void handsOnWhatItHoldsBeforeAnythingElseIsTold() throws IOException {
    String broken = FluxSamples.flux().passages(3).xml().replace("</certifications>", "<");
    read(
        broken.getBytes(UTF_8),
        registerOf(IntStream.of(1, 2, 3)),
        IdentityMode.BLOCK,
        DisclosedValues.SHOWN);
    assertThat(told.order)
        .containsExactly(
            "header",
            "passage 1",
            "passage 2",
            "passage 3",
            "certification 1",
            "finding MALFORMED");
  }

  @Test
  void stopsTheReadingWhenTheNextSinkHasEnough() throws IOException {
    told.wantsMore = passage -> passage.position() < 700;
    FluxEnd end =
        read(FluxSamples.flux().passages(3000), registerOf(IntStream.empty()), IdentityMode.BLOCK);
    assertThat(end.how()).isEqualTo(FluxEnd.How.STOPPED);
    assertThat(told.passages).hasSize(700);
    assertThat(told.order).endsWith("passage 700");
  }

  @Test
  void saysNothingAboutAPassageThatLacksWhatIsCompulsory() throws IOException {
    String xml = FluxSamples.flux().xml().replace("<sexe>F</sexe>", "");
    read(
        xml.getBytes(UTF_8),
        registerOf(IntStream.empty()),
        IdentityMode.BLOCK,
        DisclosedValues.SHOWN);
    assertThat(told.codes()).containsExactly(List.of(FindingCode.MISSING_ELEMENT));
  }

  @Test
  void saysWhatWouldTellSeveralApart() throws IOException {
    HolderRegister twins =
        new InMemoryHolderRegister(
            List.of(
                person(FluxSamples.lastName(1), FluxSamples.firstName(1), "F", 1961)
                    .born(2, 2)
                    .second("Anne")
                    .registered(),
                person(FluxSamples.lastName(1), FluxSamples.firstName(1), "F", 1961)
                    .born(2, 2)
                    .second("Jeanne")
                    .registered()));
    read(FluxSamples.flux(), twins, IdentityMode.BLOCK);
    Finding several = told.passages.get(0).findings().get(0);
    assertThat(several.code()).isEqualTo(FindingCode.SEVERAL_HOLDERS);
    assertThat(several.arguments()).containsExactly("2", "prenom2");
  }

  /** Knows nobody, and counts for how many it is asked each time. */
  private static final class Counting implements HolderRegister {
    private final List<Integer> asked = new ArrayList<>();

    @Override
    public Map<Sought, List<RegisteredHolder>> matching(Collection<Sought> sought) {
      asked.add(Objects.requireNonNull(sought).size());
      return Map.of();
    }

    @Override
    public Map<Sought, List<RegisteredHolder>> near(Collection<Sought> sought) {
      return Map.of();
    }
  }
}
