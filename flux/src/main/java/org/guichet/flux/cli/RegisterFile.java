package org.guichet.flux.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.guichet.flux.register.HolderRegister;
import org.guichet.flux.register.InMemoryHolderRegister;
import org.guichet.flux.register.RegisterColumn;
import org.guichet.flux.register.RegisterCsv;
import org.guichet.flux.register.RegisterCsv.RowFault;

/** The register that {@code --register} names. */
final class RegisterFile {
  private static final int MOST_SHOWN = 10;

  private RegisterFile() {}

  /**
   * Reads it, and tells which of its rows can't be used.
   *
   * @throws Unusable when it isn't there, or is no register
   */
  static HolderRegister open(Path file, CheckTexts texts, PrintWriter err)
      throws Unusable, IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Unusable(texts.get("no-such-file", file));
    }
    RegisterCsv register;
    try {
      register = RegisterCsv.read(file);
    } catch (RegisterCsv.NotARegister e) {
      String missing =
          e.missing().stream().map(RegisterColumn::header).collect(Collectors.joining(", "));
      throw new Unusable(texts.get("not-a-register", file, missing));
    }
    tell(file, register.faults(), texts, err);
    return new InMemoryHolderRegister(register.people());
  }

  private static void tell(Path file, List<RowFault> faults, CheckTexts texts, PrintWriter err) {
    for (RowFault fault : faults.subList(0, Math.min(MOST_SHOWN, faults.size()))) {
      err.println(texts.get("register-row", file, fault.line(), fault.column(), fault.value()));
    }
    if (faults.size() > MOST_SHOWN) {
      err.println(texts.count("register-more-rows", faults.size() - MOST_SHOWN, file));
    }
  }
}
