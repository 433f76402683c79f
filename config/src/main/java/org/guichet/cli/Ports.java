package org.guichet.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.guichet.platform.entity.Setting;
import org.guichet.platform.entity.Settings;

/** Looks whether the doors can be opened, before a server tries and fails in its own words. */
final class Ports {
  private Ports() {}

  /** One sentence for each port that can't be had. */
  static List<String> clashes(Settings settings) {
    Settings.Http http = settings.http();
    List<String> clashes = new ArrayList<>();
    probe(http.bind(), http.port(), Setting.HTTP_PORT, clashes);
    probe(settings.sftp().bind(), settings.sftp().port(), Setting.SFTP_PORT, clashes);
    probe("127.0.0.1", http.managementPort(), Setting.MANAGEMENT_PORT, clashes);
    probe("127.0.0.1", http.managementPort() + 1, Setting.MANAGEMENT_PORT, clashes);
    return clashes;
  }

  private static void probe(String address, int port, Setting setting, List<String> clashes) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // a port that only rests after its last connection is free
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (IOException e) {
      clashes.add(
          "port %d of %s can't be opened (%s): %s"
              .formatted(port, address, setting.variable(), e.getMessage()));
    }
  }
}
