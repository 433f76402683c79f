package org.guichet.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.guichet.flux.FluxSamples;
import org.guichet.it.Await;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A message is only a doorbell: a file whose message gets lost is found by the timer. */
@ExtendWith(OneServer.class)
class LostDoorbellST {
  private final RunningServer server;

  LostDoorbellST(RunningServer server) {
    this.server = server;
  }

  @Test
  void processesAFileWhoseMessageWasRemoved() throws IOException {
    Member certifier = Member.of(server, "fr");
    try (ModelControllerClient management =
        ModelControllerClient.Factory.create(
            "remote+http", "127.0.0.1", server.serverManagementPort())) {
      queue(management, "pause");
      try {
        certifier.put("perdu.xml", certifier.fileFor(certifier).bytes()).done();
        Await.until("the message", () -> messages(management) > 0);
        assertThat(queue(management, "remove-messages").asInt()).isPositive();
        assertThat(messages(management)).isZero();

        // The queue still stands still: nothing but the timer can find the file.
        assertThat(new String(certifier.receipt("/accuses", "traitement", "perdu.xml"), UTF_8))
            .contains(FluxSamples.id(1));
        assertThat(certifier.receipts("/accuses", "reception", "perdu.xml")).hasSize(1);
      } finally {
        queue(management, "resume");
      }
    }
  }

  private static int messages(ModelControllerClient management) {
    ModelNode read = operation("read-attribute");
    read.get("name").set("message-count");
    return execute(management, read).asInt();
  }

  private static ModelNode queue(ModelControllerClient management, String name) {
    return execute(management, operation(name));
  }

  private static ModelNode operation(String name) {
    ModelNode operation = new ModelNode();
    operation.get("operation").set(name);
    operation
        .get("address")
        .add("subsystem", "messaging-activemq")
        .add("server", "default")
        .add("jms-queue", "guichetDeposits");
    return operation;
  }

  private static ModelNode execute(ModelControllerClient management, ModelNode operation) {
    try {
      ModelNode answer = management.execute(operation);
      assertThat(answer.get("outcome").asString()).as(answer.toString()).isEqualTo("success");
      return answer.get("result");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
