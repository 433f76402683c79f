package org.guichet.account.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.Codewords;
import org.guichet.account.control.QrCode;
import org.guichet.account.control.Totp;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.Credential;
import org.guichet.account.entity.Enrolment;
import org.guichet.account.entity.RecoveryCode;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.control.Secrets;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Sha256;

/** Enrols, checks and drops second factors: codes of an authenticator, and recovery codes. */
@Dependent
class SecondFactors {
  private static final String PURPOSE = "account: second factors";
  private static final int RECOVERY_CODES = 10;

  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject Secrets secrets;
  @Inject SecureRandom random;
  @Inject Supplier<UUID> ids;

  String newSecret() {
    return Totp.newSecret(random);
  }

  String close(String secret, Account account) {
    return secrets.texts(PURPOSE).close(secret, account.id().toString());
  }

  String open(String closed, Account account) {
    return secrets.texts(PURPOSE).open(closed, account.id().toString());
  }

  /** What to show of a secret that isn't enrolled yet. */
  Enrolment enrolment(String secret, Account account) {
    String host = ledger.settings.publicUrl().getHost();
    String uri =
        "otpauth://totp/"
            + encoded("Guichet " + host + ":" + account.login())
            + "?secret="
            + secret
            + "&issuer="
            + encoded("Guichet " + host);
    return new Enrolment(secret, uri, QrCode.svg(uri));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Enrols a secret that {@code code} proves to be in an authenticator.
   *
   * @return recovery codes, shown once; empty when the code is wrong
   */
  Optional<List<String>> enrol(Caller caller, Account account, String secret, String code) {
    Instant now = ledger.clock.instant();
    OptionalLong step = Totp.accept(secret, code.strip(), now);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    accounts.credential(account.id()).enrol(close(secret, account), step.getAsLong(), now);
    ledger.audit(caller, AuditAction.SECOND_FACTOR_ENROLLED, account);
    return Optional.of(newRecoveryCodes(caller, account));
  }

  /** Ten codes in place of whatever was left. */
  List<String> newRecoveryCodes(Caller caller, Account account) {
    accounts.removeRecoveryCodes(account.id());
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      String code = Codewords.next(random);
      codes.add(code);
      accounts.addRecoveryCode(
          RecoveryCode.make(ids.get(), account.id(), Tokens.digest(code), ledger.clock.instant()));
    }
    ledger.audit(caller, AuditAction.RECOVERY_CODES_MADE, account);
    return codes;
  }

  /** Whether {@code typed} is a code of the authenticator or of recovery; then it is used up. */
  boolean accept(Caller caller, Account account, String typed) {
    Credential credential = accounts.credential(account.id());
    Instant now = ledger.clock.instant();
    String digits = typed.replaceAll("\\s", "");
    if (digits.matches("\\d{6}")) {
      return credential
          .totpSecret()
          .map(secret -> Totp.accept(open(secret, account), digits, now))
          .filter(step -> step.isPresent() && credential.use(step.getAsLong()))
          .isPresent();
    }
    Sha256 hash = Tokens.digest(Codewords.normal(typed));
    boolean used =
        accounts.recoveryCodes(account.id()).stream()
            .filter(code -> code.hash().equals(hash))
            .anyMatch(code -> code.use(now));
    if (used) {
      ledger.audit(caller, AuditAction.RECOVERY_CODE_USED, account);
    }
    return used;
  }

  long recoveryCodesLeft(Account account) {
    return accounts.recoveryCodes(account.id()).stream().filter(code -> !code.used()).count();
  }

  /** None any more. */
  void drop(Account account) {
    accounts.credential(account.id()).dropSecondFactor();
    accounts.removeRecoveryCodes(account.id());
  }
}
