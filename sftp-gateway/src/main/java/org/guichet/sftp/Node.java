package org.guichet.sftp;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.PartialFile;
import org.guichet.receipt.entity.OutboxEntry;
import org.guichet.roster.entity.ReportView;

/** What a path of the virtual tree names. */
sealed interface Node {
  Instant at();

  /** In bytes; 0 for a folder. */
  default long size() {
    return 0;
  }

  Set<PosixFilePermission> permissions();

  /** Lists other nodes. */
  sealed interface Folder extends Node {}

  /** Holds bytes. */
  sealed interface Leaf extends Node {
    @Override
    default Set<PosixFilePermission> permissions() {
      return Modes.FILE;
    }
  }

  /** The tree's root. */
  record Root(Instant at) implements Folder {
    @Override
    public Set<PosixFilePermission> permissions() {
      return Modes.READ_ONLY_FOLDER;
    }
  }

  /** Where files are dropped: {@code /depot}, {@code /essai}, or one of {@code /import}. */
  record Drops(DropFolder folder, Instant at) implements Folder {
    @Override
    public Set<PosixFilePermission> permissions() {
      return Modes.FOLDER;
    }
  }

  /**
   * Where receipts lie.
   *
   * @param partner empty for the own drops' receipts
   */
  record Receipts(String partner, Instant at) implements Folder {
    @Override
    public Set<PosixFilePermission> permissions() {
      return Modes.FOLDER;
    }
  }

  /** Where unfinished uploads are told. */
  record Unfinished(DropFolder folder, Instant at) implements Folder {
    @Override
    public Set<PosixFilePermission> permissions() {
      return Modes.FOLDER;
    }
  }

  /** A file in a drop folder, at one of its stages there. */
  record Dropped(DropFolder folder, String name, long size, Instant at, Stage stage)
      implements Leaf {
    Dropped at(Instant time) {
      return new Dropped(folder, name, size, time, stage);
    }
  }

  /** How far a file in a drop folder is. */
  enum Stage {
    /** A session is writing it. */
    COMING,
    /** It came in part, or under a name that doesn't count yet. */
    WAITING,
    /** It is a deposit; it shows for a while so that its sender finds it. */
    TAKEN
  }

  /** An unfinished upload, as {@code /incomplets} shows it. */
  record Remnant(PartialFile part) implements Leaf {
    @Override
    public Instant at() {
      return part.changedAt();
    }

    @Override
    public long size() {
      return part.size();
    }
  }

  /** Where folders of an import are: {@code /import}. */
  record Imports(Instant at) implements Folder {
    @Override
    public Set<PosixFilePermission> permissions() {
      return Modes.READ_ONLY_FOLDER;
    }
  }

  /** Where reports on imports lie. */
  record Reports(Instant at) implements Folder {
    @Override
    public Set<PosixFilePermission> permissions() {
      return Modes.FOLDER;
    }
  }

  /** A report on an import. */
  record Report(ReportView view) implements Leaf {
    @Override
    public Instant at() {
      return view.at();
    }

    @Override
    public long size() {
      return view.size();
    }

    @Override
    public Set<PosixFilePermission> permissions() {
      return Modes.READ_ONLY_FILE;
    }
  }

  /** A receipt. */
  record Receipt(OutboxEntry entry) implements Leaf {
    @Override
    public Instant at() {
      return entry.at();
    }

    @Override
    public long size() {
      return entry.size();
    }

    @Override
    public Set<PosixFilePermission> permissions() {
      return Modes.READ_ONLY_FILE;
    }
  }

  /** What listings show; what may be done is decided elsewhere. */
  final class Modes {
    static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    static final Set<PosixFilePermission> READ_ONLY_FOLDER =
        PosixFilePermissions.fromString("r-x------");
    static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    static final Set<PosixFilePermission> READ_ONLY_FILE =
        PosixFilePermissions.fromString("r--------");

    private Modes() {}
  }
}
