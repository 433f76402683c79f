package org.guichet.account.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.CatalogueMistake;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueReaderTest {
  @TempDir Path data;

  private static String packaged() throws IOException {
    try (InputStream in = CatalogueReader.packaged()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static CatalogueReader.Reading read(String text) throws IOException {
    return CatalogueReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static int lineOf(String text, String what) {
    return (int) text.substring(0, text.indexOf(what)).lines().count();
  }

  private Settings settings(Path file) {
    Settings usual = TestSettings.in(data);
    return new Settings(
        usual.node(),
        usual.data(),
        usual.zone(),
        usual.publicUrl(),
        usual.secretFile(),
        usual.heapSize(),
        usual.http(),
        usual.sftp(),
        usual.database(),
        usual.mail(),
        usual.deposit(),
        usual.retention(),
        new Settings.Account(
            usual.account().sessionIdle(),
            usual.account().sessionLongest(),
            usual.account().expiry(),
            Optional.of(file)));
  }

  @Test
  void theCatalogueThatComesAlongIsSoundAndUseful() throws IOException {
    Catalogue catalogue = read(packaged()).catalogue().orElseThrow();
    assertThat(catalogue.profile("BP-ADMIN").orElseThrow().administrator()).isTrue();
    assertThat(catalogue.profile("DEPOT").orElseThrow().names().in(Locale.ENGLISH))
        .isEqualTo("Drops files");
    assertThat(catalogue.allowedBy(Set.of("DEPOT"), service -> true))
        .contains(Permission.DEPOSIT_DROP)
        .doesNotContain(Permission.MEMBER_MANAGE);
    assertThat(catalogue.allowedBy("PORTAIL-DEFAUT", Set.of("EXPLOITANT")))
        .contains(Permission.AUDIT_VIEW, Permission.TICKET_DECIDE)
        .doesNotContain(Permission.ACCOUNT_SWEEP, Permission.DEPOSIT_PROCESS);
  }

  @Test
  void whatIsNoLongerInTheFileAllowsNothing() throws IOException {
    Catalogue catalogue = read(packaged()).catalogue().orElseThrow();
    assertThat(catalogue.allowedBy(Set.of("GONE"), service -> true)).isEmpty();
    assertThat(catalogue.allowedBy("PORTAIL-DEFAUT", Set.of("GONE"))).isEmpty();
    assertThat(catalogue.allowedBy("GONE", Set.of("EXPLOITANT"))).isEmpty();
  }

  @Test
  void whatBelongsToAServiceThatIsNotConnectedAllowsNothing() throws IOException {
    Catalogue catalogue = read(packaged()).catalogue().orElseThrow();
    assertThat(catalogue.allowedBy(Set.of("DEPOT"), "PORTAIL"::equals)).isEmpty();
  }

  @Test
  void profilesOfOneSetExcludeEachOther() throws IOException {
    String text =
        packaged()
            .replace("code=\"DEPOT\" kind", "code=\"DEPOT\" exclusion=\"EITHER\" kind")
            .replace("code=\"ACCUSES\" kind", "code=\"ACCUSES\" exclusion=\"EITHER\" kind");
    Catalogue catalogue = read(text).catalogue().orElseThrow();
    assertThat(catalogue.exclusive(List.of("DEPOT", "ACCUSES", "IMPORT")))
        .containsExactly("ACCUSES", "DEPOT");
    assertThat(catalogue.exclusive(List.of("DEPOT", "IMPORT"))).isEmpty();
    assertThat(catalogue.everyCompatible(service -> true))
        .contains("BP-ADMIN", "DEPOT", "IMPORT")
        .doesNotContain("ACCUSES");
  }

  @Test
  void whoRunsThePortalDoesNotAuditIt() throws IOException {
    Catalogue catalogue = read(packaged()).catalogue().orElseThrow();
    assertThat(catalogue.exclusiveRoles(List.of("ASSISTANCE", "AUDITEUR", "EXPLOITANT")))
        .containsExactly("AUDITEUR", "EXPLOITANT");
    assertThat(catalogue.everyCompatible(service -> true))
        .as("the first administrator of an organisation has all profiles")
        .hasSameElementsAs(catalogue.profilesOf(service -> true));
  }

  @Test
  void namesTheLineOfAMistake() throws IOException {
    String good = packaged();
    for (String wrong :
        List.of(
            "<permission>DEPOSIT_DROP</permission>|<permission>DEPOSIT_DORP</permission>",
            "code=\"ACCUSES\"|code=\"DEPOT\"",
            "kind=\"administrator\"|kind=\"god\"",
            "<service code=\"IMPORTS\"|<service kode=\"IMPORTS\"",
            "<en>Imports people</en>|<de>Importiert</de>")) {
      String[] parts = wrong.split("\\|", -1);
      String text = good.replaceFirst(parts[0], parts[1]);
      CatalogueReader.Reading reading = read(text);
      assertThat(reading.catalogue()).as(wrong).isEmpty();
      // Some are told at the end of the element that holds them.
      int line = lineOf(good, parts[0]);
      assertThat(reading.mistakes().get(0).line()).as(wrong).isBetween(line, line + 8);
    }
  }

  @Test
  void refusesWhatIsNoXmlOrHasADoctype() throws IOException {
    assertThat(read("nonsense").mistakes()).extracting(CatalogueMistake::line).containsExactly(1);
    assertThat(read("").mistakes()).isNotEmpty();
    assertThat(
            read(packaged()
                    .replace("<!--", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:/etc/passwd'>]><!--")
                    .replace("Imports people", "&e;"))
                .catalogue())
        .isEmpty();
  }

  @Test
  void readsItsFileAnewWhenItChangedAndKeepsTheGoodOneOverABadOne() throws IOException {
    Path file = Files.writeString(data.resolve("catalogue.xml"), packaged());
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    CatalogueShelf shelf = CatalogueShelf.of(settings(file), Clock.systemUTC());
    assertThat(shelf.outdated()).isFalse();

    Files.writeString(file, packaged().replace("code=\"IMPORT\"", "code=\"IMPORTER\""));
    Files.setLastModifiedTime(file, FileTime.fromMillis(2_000_000));
    assertThat(shelf.outdated()).isTrue();
    assertThat(shelf.reload()).isEmpty();
    assertThat(shelf.outdated()).isFalse();
    assertThat(shelf.catalogue().profile("IMPORTER")).isPresent();
    assertThat(shelf.catalogue().profile("IMPORT")).isEmpty();

    assertThat(shelf.changes())
        .extracting(change -> change.code() + (change.added() ? " +" : " -"))
        .containsExactly("IMPORTER +", "IMPORT -");

    Files.writeString(file, "<catalogue/>");
    assertThat(shelf.reload()).isNotEmpty();
    assertThat(shelf.mistakes()).isNotEmpty();
    assertThat(shelf.changes()).hasSize(2);
    assertThat(shelf.catalogue().profile("IMPORTER")).isPresent();
  }

  @Test
  void doesNotStartWithABadFile() throws IOException {
    Path file = Files.writeString(data.resolve("catalogue.xml"), "<catalogue/>");
    assertThatIllegalStateException()
        .isThrownBy(() -> CatalogueShelf.of(settings(file), Clock.systemUTC()))
        .withMessageContaining("catalogue.xml");
  }
}
