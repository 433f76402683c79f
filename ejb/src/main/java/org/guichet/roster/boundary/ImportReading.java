package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.control.heading.HeaderWord;
import org.guichet.roster.control.keeping.LabelText;
import org.guichet.roster.control.planning.Census;
import org.guichet.roster.control.planning.ClassMapping;
import org.guichet.roster.control.planning.ImportRequest;
import org.guichet.roster.entity.ClassesView;
import org.guichet.roster.entity.FieldsView;
import org.guichet.roster.entity.ReadingWishes;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFile;
import org.guichet.roster.entity.RosterImport;
import org.guichet.roster.entity.TableShape;

/** How the files of an import are read: their columns and their classes. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class ImportReading {
  @Inject ImportLedger ledger;

  /** How each file is read, and what its columns are taken to say. */
  public List<FieldsView> fields(Caller caller, UUID id) {
    RosterImport owner = ledger.find(caller, id, Permission.PEOPLE_IMPORT);
    List<FieldsView> fields = new ArrayList<>();
    try {
      for (RosterFile file : owner.files()) {
        TableShape shape = ledger.shape(owner, file);
        fields.add(
            new FieldsView(
                ImportLedger.view(file),
                shape,
                file.wishes(),
                ledger.heading(owner, file, shape),
                ledger.dictionary.meanings(file.profile())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fields;
  }

  /**
   * Has a file read otherwise; what was said about its columns and rows is forgotten.
   *
   * @return false when there is no such file, or the import can't be changed any more
   */
  public boolean read(Caller caller, UUID id, int place, ReadingWishes wishes) {
    Optional<RosterImport> draft = ledger.draft(caller, id).filter(one -> has(one, place));
    draft
        .filter(owner -> !owner.file(place).wishes().equals(wishes))
        .ifPresent(
            owner -> {
              owner.read(place, wishes, ledger.deed(caller));
              ledger.forgetRows(id, place, false);
            });
    return draft.isPresent();
  }

  /**
   * Says what columns of a file mean; remembered for files of the organisation to come.
   *
   * @param fields by the column's place from 0; {@link RosterField#IGNORED} for those of no use
   * @return false when there is no such file, or the import can't be changed any more
   */
  public boolean choose(Caller caller, UUID id, int place, Map<Integer, RosterField> fields) {
    Optional<RosterImport> draft = ledger.draft(caller, id).filter(one -> has(one, place));
    draft.ifPresent(
        owner -> {
          owner.choose(place, fields, ledger.deed(caller));
          remember(owner, owner.file(place), fields);
        });
    return draft.isPresent();
  }

  private void remember(RosterImport owner, RosterFile file, Map<Integer, RosterField> fields) {
    if (fields.isEmpty()) {
      return;
    }
    try {
      List<String> headers = ledger.shape(owner, file).headers();
      fields.forEach(
          (column, field) -> {
            String header = column < headers.size() ? HeaderWord.normal(headers.get(column)) : "";
            if (!header.isEmpty() && header.length() <= 255) {
              ledger.choices.remember(owner.organisation(), file.profile(), header, field);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean has(RosterImport owner, int place) {
    return owner.files().stream().anyMatch(file -> file.place() == place);
  }

  /** What becomes of the classes that the files name. */
  public ClassesView classes(Caller caller, UUID id) {
    RosterImport owner = ledger.find(caller, id, Permission.PEOPLE_IMPORT);
    List<String> known = ledger.labels(owner.organisation());
    return new ClassesView(mapping(ledger, owner, known).matches(), known);
  }

  static ClassMapping mapping(ImportLedger ledger, RosterImport owner, List<String> known) {
    try {
      ImportRequest request =
          new ImportRequest(
              ledger.files(owner),
              ClassMapping.AS_WRITTEN,
              owner.options(),
              Map.of(),
              ledger.choices.edits(owner.id()));
      return ClassMapping.of(
          Census.classes(request, ledger.today()),
          known,
          owner.classChoices().map(LabelText::read).orElse(Map.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Says what classes of the files are called; adds to what was said before.
   *
   * @param targets by label of the files; empty to ignore the class
   * @return false when the import can't be changed any more
   */
  public boolean chooseClasses(Caller caller, UUID id, Map<String, String> targets) {
    Optional<RosterImport> draft = ledger.draft(caller, id);
    draft.ifPresent(
        owner -> {
          Map<String, String> all =
              new HashMap<>(owner.classChoices().map(LabelText::read).orElse(Map.of()));
          Map<String, String> before = Map.copyOf(all);
          all.putAll(targets);
          if (!all.equals(before)) {
            owner.chooseClasses(LabelText.write(all), ledger.deed(caller));
          }
        });
    return draft.isPresent();
  }
}
