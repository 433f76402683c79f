package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.deposit.boundary.Withdrawals;
import org.guichet.deposit.entity.ChosenPassage;
import org.guichet.deposit.entity.WithdrawalChoice;
import org.guichet.deposit.entity.WithdrawalPlan;
import org.guichet.deposit.entity.WithdrawalSheet;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/take-back?number=…}: accepted passages of a deposit to choose from; what the
 * choice comes to; and, once that is confirmed, a file that takes them back.
 */
@Named
@RequestScoped
public class TakeBackPage {
  private static final int SIZE = 20;
  private static final int NAMED = 10;

  /** More are taken back only by somebody who types how many. */
  private static final int MOST_UNTYPED = 10;

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Withdrawals withdrawals;
  @Inject DepositPage deposit;
  @Inject Notices notices;

  private @Nullable WithdrawalSheet sheet;
  private @Nullable WithdrawalPlan plan;

  /** Shows what was chosen, or takes it back. */
  public @Nullable String act() throws IOException {
    if (!request.getMethod().equals("POST") || request.getParameter("to") != null) {
      return notices.stay(); // another page of the choice, or back to it, with all that is chosen
    }
    WithdrawalPlan chosen = withdrawals.plan(visitor.caller(), deposit.number(), choice());
    if (chosen.many() == 0) {
      return notices.errorAt("ids", "take-back.NOTHING_CHOSEN").stay();
    }
    plan = chosen;
    if (!"take".equals(request.getParameter("go"))) {
      return notices.stay();
    }
    int many = chosen.many();
    if (many > MOST_UNTYPED && !counts(getCount(), many)) {
      return notices.errorAt("count", "take-back.WRONG_COUNT", many).stay();
    }
    if (isAnew() && isTooManyAnew()) {
      return notices.errorAt("anew", "take-back.TOO_MANY_ANEW", many, Withdrawals.MOST_ANEW).stay();
    }
    return take();
  }

  /** Whether that is how many, with whatever stands between thousands: « 1 200 », “1,200”. */
  static boolean counts(String typed, int many) {
    return typed.replaceAll("[\\s\u00a0\u2009\u202f.,'’]", "").equals(Integer.toString(many));
  }

  private @Nullable String take() throws IOException {
    boolean anew = isAnew();
    return withdrawals
        .takeBack(visitor.caller(), deposit.number(), choice(), anew, visitor.getName())
        .<@Nullable String>fold(
            dropped ->
                anew
                    ? notices
                        .info("take-back.ANEW", Long.toString(dropped.number()))
                        .to("/portal/mend?number=" + deposit.number())
                    : notices
                        .info("take-back.DONE", dropped.passages())
                        .to("/portal/deposit?number=" + dropped.number()),
            nothing -> notices.error("take-back.NOTHING_CHOSEN").stay(),
            uncuttable -> notices.error("take-back.UNCUTTABLE").stay(),
            pending ->
                pending
                    .number()
                    .map(number -> notices.error("take-back.PENDING", Long.toString(number)))
                    .orElseGet(() -> notices.error("take-back.BEING_DROPPED"))
                    .stay());
  }

  private WithdrawalChoice choice() {
    Set<Integer> positions =
        Stream.of(Optional.ofNullable(request.getParameterValues("passage")).orElse(new String[0]))
            .filter(text -> text.matches("[1-9]\\d{0,8}"))
            .map(Integer::valueOf)
            .collect(Collectors.toSet());
    Set<String> ids =
        getIds()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new WithdrawalChoice(request.getParameter("all") != null, positions, ids);
  }

  /** What was typed, one idTechnique a line. */
  public String getIds() {
    return Optional.ofNullable(request.getParameter("ids")).orElse("");
  }

  /** How many it is, as somebody typed it. */
  public String getCount() {
    return new Asked(request).text("count");
  }

  /** Whether the passages are to be declared once more. */
  public boolean isAnew() {
    return request.getParameter("anew") != null;
  }

  private WithdrawalSheet sheet() {
    if (sheet == null) {
      sheet =
          withdrawals.view(
              visitor.caller(), deposit.number(), new PageRequest((getPage() - 1) * SIZE, SIZE));
    }
    return sheet;
  }

  public String getTitle() {
    sheet(); // for those who may
    return plan == null ? text("take-back.title") : text("take-back.confirm", getMany());
  }

  public long getNumber() {
    return deposit.number();
  }

  public String getNumberText() {
    return number(deposit.number());
  }

  /** Whether a choice is to be confirmed. */
  public boolean isConfirming() {
    return plan != null;
  }

  /** Number of the deposit that takes passages back and isn't decided yet; null for none. */
  public @Nullable Long getPending() {
    return sheet().pending().orElse(null);
  }

  public boolean isOver() {
    return sheet().total() == 0;
  }

  public List<Passage> getRows() {
    Set<Integer> ticked = choice().positions();
    return sheet().passages().stream().map(one -> passage(one, ticked)).toList();
  }

  private static Passage passage(ChosenPassage one, Set<Integer> ticked) {
    return new Passage(
        one.position(), one.idTechnique().orElse(""), ticked.contains(one.position()));
  }

  /** Of what is to be confirmed: how many. */
  public int getMany() {
    return plan == null ? 0 : plan.many();
  }

  /** Whether it is to be typed how many. */
  public boolean isCounting() {
    return getMany() > MOST_UNTYPED;
  }

  /** Whether they are more than can be opened to be declared once more. */
  public boolean isTooManyAnew() {
    return getMany() > Withdrawals.MOST_ANEW;
  }

  /** What goes with declaring them once more. */
  public String getAnewText() {
    return isTooManyAnew()
        ? text("take-back.anew.too-many", Withdrawals.MOST_ANEW, getMany())
        : text("take-back.anew.what", Withdrawals.MOST_ANEW);
  }

  /** That only the first are named; empty when all are. */
  public String getNamed() {
    return getMany() > NAMED ? text("take-back.named", NAMED, getMany()) : "";
  }

  /** The first of what is to be confirmed. */
  public List<Passage> getChosen() {
    return plan == null
        ? List.of()
        : plan.first().stream().limit(NAMED).map(one -> passage(one, Set.of())).toList();
  }

  /** Which aren't named; empty for none. */
  public String getOthers() {
    return getMany() > NAMED ? text("take-back.others", getMany() - NAMED) : "";
  }

  /** Positions that were ticked, to be sent once more. */
  public Set<Integer> getPositions() {
    return choice().positions();
  }

  public boolean isAll() {
    return choice().all();
  }

  /** IdTechniques under which nothing stands accepted; empty for none. */
  public String getUnknown() {
    return plan == null || plan.unknown().isEmpty()
        ? ""
        : text(
            "take-back.unknown",
            plan.unknown().size(),
            String.join(", ", plan.unknown().stream().limit(NAMED).toList()));
  }

  public String getAllText() {
    return text("take-back.all", sheet().total());
  }

  public int getPage() {
    String to = Optional.ofNullable(request.getParameter("to")).orElse("");
    return to.matches("[1-9]\\d{0,6}") ? Integer.parseInt(to) : new Asked(request).page();
  }

  /** Positions that are ticked on other pages, to be sent along. */
  public List<Integer> getElsewhere() {
    Set<Integer> here =
        sheet().passages().stream().map(ChosenPassage::position).collect(Collectors.toSet());
    return choice().positions().stream().filter(one -> !here.contains(one)).sorted().toList();
  }

  public boolean isMore() {
    return (long) getPage() * SIZE < sheet().total();
  }

  public String getExtent() {
    if (sheet().passages().isEmpty()) {
      return "";
    }
    long first = (getPage() - 1L) * SIZE + 1;
    return text(
        "deposit.passages.extent",
        number(first),
        number(first + sheet().passages().size() - 1),
        number(sheet().total()));
  }

  private String number(long number) {
    return NumberFormat.getIntegerInstance(language.getLocale()).format(number);
  }

  private String text(String key, Object... arguments) {
    return Texts.in(language.getLocale()).text(key, arguments);
  }

  /** A passage that stands accepted. */
  public record Passage(int position, String idTechnique, boolean ticked) {}
}
