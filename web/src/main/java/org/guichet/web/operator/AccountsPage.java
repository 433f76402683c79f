package org.guichet.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.guichet.account.boundary.AccountDirectory;
import org.guichet.account.entity.AccountQuery;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AccountView;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/accounts}: all accounts, by {@code q}, {@code state} and {@code page}. */
@Named
@RequestScoped
public class AccountsPage {
  private static final int SIZE = 25;

  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject HttpServletRequest request;
  @Inject AccountDirectory directory;

  private @Nullable Page<AccountView> found;

  private Page<AccountView> found() {
    if (found == null) {
      found =
          directory.search(
              visitor.caller(),
              new AccountQuery(getText(), state(), new PageRequest((getPage() - 1) * SIZE, SIZE)));
    }
    return found;
  }

  private Asked asked() {
    return new Asked(request);
  }

  private Optional<AccountState> state() {
    return asked().one("state", AccountState.class);
  }

  public List<Row> getRows() {
    Texts texts = Texts.in(language.getLocale());
    return found().rows().stream().map(view -> Row.of(view, texts)).toList();
  }

  public List<Choice> getStates() {
    Texts texts = Texts.in(language.getLocale());
    return Stream.of(AccountState.values())
        .map(
            state ->
                new Choice(
                    state.name(),
                    texts.text("accounts.state." + state),
                    state().filter(state::equals).isPresent()))
        .toList();
  }

  /** What is searched for; empty for nothing. */
  public String getText() {
    return asked().text("q");
  }

  /** Whether the list is narrowed. */
  public boolean isNarrowed() {
    return !getText().isEmpty() || state().isPresent();
  }

  /** From 1. */
  public int getPage() {
    return asked().page();
  }

  public boolean isMore() {
    return getPage() * (long) SIZE < getTotal();
  }

  /** How many accounts are found in all. */
  public long getTotal() {
    return found().total();
  }

  /** What is asked for besides the page. */
  public String getQuery() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("q", getText());
    parameters.put("state", state().map(Enum::name).orElse(""));
    return Asked.query(parameters);
  }

  /**
   * A state to narrow the list to.
   *
   * @param here whether it is
   */
  public record Choice(String code, String name, boolean here) {}

  /**
   * An account in the table; {@code look} and {@code icon} show its state.
   *
   * @param change what can be done about it: {@code disable}, {@code enable} or empty
   */
  public record Row(
      String id,
      String name,
      String login,
      String email,
      String look,
      String icon,
      String state,
      @Nullable Instant lastSignInAt,
      String change) {
    static Row of(AccountView view, Texts texts) {
      boolean good = view.state() == AccountState.ACTIVE && !view.expired();
      boolean pending = view.state() == AccountState.PENDING;
      return new Row(
          view.id().toString(),
          CurrentVisitor.full(view.name()),
          view.login(),
          view.email(),
          good ? "ok" : "ne",
          good ? "up" : pending ? "clock" : "ban",
          texts.text(view.expired() ? "accounts.state.expired" : "accounts.state." + view.state()),
          view.lastSignInAt().orElse(null),
          switch (view.state()) {
            case ACTIVE -> "disable";
            case DISABLED -> "enable";
            default -> "";
          });
    }
  }
}
