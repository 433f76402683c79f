package org.guichet.web.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.SignIn;
import org.guichet.account.entity.Enrolment;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /signin/enrolment} and {@code /signin/recovery-codes}: a second factor is set up on
 * the way in, and the codes for its loss are shown once.
 */
@Named
@RequestScoped
public class EnrolmentPage {
  private static final int GROUP = 4;

  @Inject SignIn signIn;
  @Inject SignInAnswer answer;
  @Inject CurrentVisitor visitor;

  private String code = "";
  private @Nullable Enrolment enrolment;

  public @Nullable String enrol() {
    return answer.to(
        signIn.enrol(visitor.caller(), answer.step(), code, answer.device(), answer.agent()),
        answer.wanted(),
        "code");
  }

  private Optional<Enrolment> enrolment() {
    if (enrolment == null) {
      enrolment = signIn.enrolment(visitor.caller(), answer.step()).orElse(null);
    }
    return Optional.ofNullable(enrolment);
  }

  /** Whether there is something to enrol: the password was given not too long ago. */
  public boolean isOpen() {
    return enrolment().isPresent();
  }

  /** The QR code, as the source of a picture. */
  public String getPicture() {
    return enrolment().map(e -> picture(e.svg())).orElse("");
  }

  /** A drawing, as the source of a picture. */
  public static String picture(String svg) {
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(UTF_8));
  }

  /** To be typed, in groups of four. */
  public String getSecret() {
    return enrolment().map(e -> grouped(e.secret())).orElse("");
  }

  /** A secret as it is easily typed. */
  public static String grouped(String secret) {
    return secret.replaceAll(".{" + GROUP + "}(?=.)", "$0 ");
  }

  public List<String> getRecoveryCodes() {
    return answer.recoveryCodes();
  }

  /** All of them, one a line. */
  public String getRecoveryText() {
    return String.join("\n", answer.recoveryCodes());
  }

  public Wanted getWanted() {
    return answer.wanted();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
