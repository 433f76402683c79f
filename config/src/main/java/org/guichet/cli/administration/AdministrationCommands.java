package org.guichet.cli.administration;

import java.util.List;
import picocli.CommandLine;

/** Makes the commands {@code org}, {@code key}, {@code mandate}, {@code deposits} and the like. */
public final class AdministrationCommands {
  private AdministrationCommands() {}

  /** Adds them to a command that brings the options {@code --data} and {@code --json}. */
  public static void addTo(CommandLine root, AdministrationContext context) {
    Texts texts = Texts.of(context.environment());
    Counter counter = new Counter(context, texts);
    for (Object command :
        List.of(
            new OrganisationCommand(counter),
            new KeyCommand(counter),
            new MandateCommand(counter),
            new RecipientCommand(counter),
            new DepositsCommand(counter),
            new RetryCommand(counter),
            new GiveUpCommand(counter),
            new MailsCommand(counter),
            new ResendCommand(counter),
            new ReconcileCommand(counter),
            new OperatorCommand(counter),
            new AuditCommand(counter))) {
      CommandLine line = new CommandLine(command);
      line.setResourceBundle(texts.bundle());
      root.addSubcommand(line);
    }
  }
}
