package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.guichet.roster.boundary.ImportDrafts;
import org.guichet.roster.boundary.ImportUndoing;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.UndoLook;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/import-end?id=…}: what giving an import up means, or undoing one that was
 * done, and the button that does it.
 */
@Named
@RequestScoped
public class ImportEndPage {
  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject ImportAt at;
  @Inject ImportDrafts drafts;
  @Inject ImportUndoing undoing;
  @Inject ImportWords words;
  @Inject Notices notices;

  private @Nullable UndoLook look;
  private boolean looked;

  /** Does it, when that was asked for. */
  public @Nullable String act() {
    if (!request.getMethod().equals("POST")) {
      return notices.stay();
    }
    if (isDraft()) {
      return drafts.cancel(visitor.caller(), at.getId())
          ? notices.info("imports.end.cancelled").to("/portal/imports")
          : notices.warning("imports.end.late").to(at.page("done"));
    }
    if (!undoing.ask(visitor.caller(), at.getId())) {
      notices.warning("imports.end.late");
    }
    return notices.to(at.page("done"));
  }

  public boolean isDraft() {
    return at.state().isDraft();
  }

  private Optional<UndoLook> look() {
    if (!looked && at.state() == ImportState.APPLIED) {
      look = undoing.look(visitor.caller(), at.getId()).orElse(null);
    }
    looked = true;
    return Optional.ofNullable(look);
  }

  /** Whether there is anything to end. */
  public boolean isPossible() {
    return isDraft() || look().isPresent();
  }

  public String getTitle() {
    return words.text(isDraft() ? "imports.end.draft" : "imports.end.undo");
  }

  public String getReversed() {
    return words.number(look().map(UndoLook::reversed).orElse(0L));
  }

  public String getKept() {
    return words.number(look().map(UndoLook::kept).orElse(0L));
  }
}
