package org.guichet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFolderTest {
  @TempDir Path top;

  private Home home;
  private Path folder;

  @BeforeEach
  void build() throws IOException {
    home = new Home(top.resolve("home"));
    folder = top.resolve("data").resolve("server");
    write(home.server().resolve("standalone/configuration/standalone.xml"), "<server>\n</server>");
    write(home.server().resolve("standalone/configuration/users.properties"), "");
    write(home.application(), "first build");
  }

  @Test
  void laysOutConfigurationAndApplication() throws IOException {
    new ServerFolder(home, folder).prepare();

    assertThat(folder.resolve("configuration/users.properties")).exists();
    assertThat(folder.resolve("configuration/standalone.xml"))
        .content()
        .contains("<fs-archive path=\"application/guichet.ear\"")
        .endsWith("</deployments>\n</server>\n");
    assertThat(folder.resolve("application/guichet.ear")).hasContent("first build");
  }

  @Test
  void renewsWhatComesFromTheBuildAndKeepsWhatTheServerWrote() throws IOException {
    new ServerFolder(home, folder).prepare();
    write(folder.resolve("configuration/standalone.xml"), "changed by somebody");
    write(folder.resolve("tmp/startup-marker"), "success:1");
    write(folder.resolve("data/journal"), "kept");
    write(home.application(), "second build");

    new ServerFolder(home, folder).prepare();

    assertThat(folder.resolve("configuration/standalone.xml")).content().startsWith("<server>");
    assertThat(folder.resolve("application/guichet.ear")).hasContent("second build");
    assertThat(folder.resolve("tmp/startup-marker")).doesNotExist();
    assertThat(folder.resolve("data/journal")).hasContent("kept");
  }

  @Test
  void refusesAConfigurationThatWasNotBuilt() {
    assertThatThrownBy(() -> ServerFolder.withApplication("<server><deployments></server>"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ServerFolder.withApplication(""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
