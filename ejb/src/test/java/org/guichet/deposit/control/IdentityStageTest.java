package org.guichet.deposit.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.deposit.DropSamples;
import org.guichet.deposit.entity.Inspection;
import org.guichet.flux.Certification;
import org.guichet.flux.Checking;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.Passage;
import org.guichet.flux.register.HolderRegister;
import org.guichet.flux.register.IdentityMode;
import org.guichet.flux.register.InMemoryHolderRegister;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.organisation.entity.OrganisationView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityStageTest {
  private static final FluxReader READER = new FluxReader();
  private static final HolderRegister NOBODY = new InMemoryHolderRegister(List.of());
  private static final String CONTRACT = "<idContrat>" + FluxSamples.CONTRACT + "</idContrat>";

  private final List<Passage> passages = new ArrayList<>();
  private int lookedAhead;

  private Inspection inspect(String xml, IdentityMode mode, @Nullable HolderRegister register)
      throws IOException {
    OrganisationView certifier =
        DropSamples.organisation(
            DropSamples.ALICE, DropSamples.ALICES, Locale.FRENCH, CheckingMode.STRICT);
    return FileInspection.inspect(
        READER,
        new ByteArrayInputStream(xml.getBytes(UTF_8)),
        Checking.schemaOnly(),
        100,
        header -> new DepositRight(null, Optional.of(certifier), List.of()),
        new FileInspection.Identities() {
          @Override
          public IdentityRules of(OrganisationView whose) {
            assertThat(whose).isEqualTo(certifier);
            return new IdentityRules(mode, register);
          }

          @Override
          public @Nullable FluxHeader ahead() {
            lookedAhead++;
            try {
              return HeaderAhead.read(
                  READER, new ByteArrayInputStream(xml.getBytes(UTF_8)), Checking.schemaOnly());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        },
        new FileInspection.Output() {
          @Override
          public void passages(
              List<Passage> batch, List<Certification> certifications, boolean conclusive) {
            passages.addAll(batch);
          }

          @Override
          public void complaint(Finding finding) {
            // Not looked at here.
          }
        });
  }

  private List<FindingCode> found() {
    return passages.stream()
        .flatMap(passage -> passage.findings().stream())
        .map(Finding::code)
        .filter(code -> code == FindingCode.HOLDER_UNKNOWN)
        .toList();
  }

  @Test
  void blocksHoldersWhomTheRegisterDoesNotKnow() throws IOException {
    Inspection inspection =
        inspect(FluxSamples.flux().passages(2).xml(), IdentityMode.BLOCK, NOBODY);
    assertThat(inspection.refusal()).isNull();
    assertThat(inspection.identitySkipped()).isFalse();
    assertThat(found()).hasSize(2);
    assertThat(passages).allMatch(passage -> passage.firstBlocking() != null);
    assertThat(lookedAhead).isZero();
  }

  @Test
  void warnsOfThemAndTakesTheirPassages() throws IOException {
    inspect(FluxSamples.flux().passages(2).xml(), IdentityMode.WARN, NOBODY);
    assertThat(found()).hasSize(2);
    assertThat(passages).allMatch(passage -> passage.firstBlocking() == null);
  }

  @Test
  void looksNobodyUpWhereThatIsOff() throws IOException {
    assertThat(
            inspect(FluxSamples.flux().passages(2).xml(), IdentityMode.OFF, null).identitySkipped())
        .isFalse();
    assertThat(found()).isEmpty();
  }

  @Test
  void saysThatItLookedNobodyUpWithoutARegister() throws IOException {
    assertThat(
            inspect(FluxSamples.flux().passages(2).xml(), IdentityMode.BLOCK, null)
                .identitySkipped())
        .isTrue();
    assertThat(found()).isEmpty();
    assertThat(passages).hasSize(2);
  }

  @Test
  void letsNobodyPastByNamingTheContractAfterThePassages() throws IOException {
    String xml = FluxSamples.flux().passages(2).xml();
    assertThat(xml).contains(CONTRACT, "</certifications>");
    String late =
        xml.replace(CONTRACT, "").replace("</certifications>", "</certifications>" + CONTRACT);
    inspect(late, IdentityMode.BLOCK, NOBODY);
    assertThat(found()).hasSize(2);
    assertThat(lookedAhead).isEqualTo(1);
  }

  @Test
  void looksNobodyUpInAFileThatTakesPassagesBack() throws IOException {
    inspect(FluxSamples.flux().action("SUPPRESSION").passages(2).xml(), IdentityMode.BLOCK, NOBODY);
    assertThat(found()).isEmpty();
  }
}
