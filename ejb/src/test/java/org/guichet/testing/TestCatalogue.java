package org.guichet.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guichet.account.control.CatalogueReader;

/**
 * The catalogue of this version, with a service of a team: roles in a group of their own, two of
 * which exclude each other; reading receipts and importing people exclude each other too.
 */
public final class TestCatalogue {
  public static final String TEAM = "EQUIPE-NORD";

  private static final String SERVICE =
      """
        <service code="EQUIPES" connected="false">
          <fr>Équipes régionales</fr>
          <en>Regional teams</en>
          <profile-group code="EQUIPES-PROFILS">
            <fr>Équipes</fr>
            <en>Teams</en>
            <profile code="EQUIPIER" kind="user"><fr>Équipier</fr><en>Team member</en></profile>
          </profile-group>
          <group code="EQUIPE-NORD">
            <fr>Équipe du Nord</fr>
            <en>Northern team</en>
            <role code="CHEF-NORD" kind="administrator"><fr>Chef du Nord</fr><en>Northern chief</en></role>
            <role code="SAISIE-NORD" kind="user" exclusion="NORD"><fr>Saisit</fr><en>Enters</en></role>
            <role code="CONTROLE-NORD" kind="user" exclusion="NORD"><fr>Contrôle</fr><en>Checks</en></role>
            <role code="LECTURE-NORD" kind="user"><fr>Lit</fr><en>Reads</en></role>
          </group>
        </service>
      </catalogue>
      """;

  private TestCatalogue() {}

  /** Writes it into a folder. */
  public static Path in(Path folder) {
    try (InputStream packaged = CatalogueReader.packaged()) {
      String text = new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
      return Files.writeString(
          folder.resolve("catalogue.xml"),
          text.replace("code=\"IMPORT\" kind", "code=\"IMPORT\" exclusion=\"LECTEUR\" kind")
              .replace("code=\"ACCUSES\" kind", "code=\"ACCUSES\" exclusion=\"LECTEUR\" kind")
              .replace("</catalogue>", SERVICE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
