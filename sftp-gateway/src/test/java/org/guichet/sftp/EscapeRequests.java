package org.guichet.sftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.sftp.common.SftpConstants;
import org.guichet.sftp.RawSftp.Body;

/** Every request of a version of the protocol that takes a path, made with a given one. */
final class EscapeRequests {
  /** Where a second path is needed. */
  private static final String OWN = "/depot/own.part";

  private final int version;
  private final List<Request> requests = new ArrayList<>();

  /** What to send. */
  record Request(String name, int type, Body body) {}

  private EscapeRequests(int version) {
    this.version = version;
  }

  static List<Request> of(int version, String path) {
    EscapeRequests all = new EscapeRequests(version);
    all.opens(path);
    all.looks(path);
    all.changes(path);
    all.twoPaths(path);
    all.extensions(path);
    all.pathAsHandle(path);
    return all.requests;
  }

  private void add(String name, int type, Body body) {
    requests.add(new Request(name, type, body));
  }

  private Body attributes(Body body) {
    body.number(0);
    return version >= 4 ? body.octet(SftpConstants.SSH_FILEXFER_TYPE_REGULAR) : body;
  }

  private void opens(String path) {
    open("OPEN to read", path, SftpConstants.SSH_FXF_READ, 0x1, 0x2);
    open("OPEN to write", path, 0x2 | 0x8, 0x2, 0x3);
    open("OPEN anew", path, 0x2 | 0x8 | 0x10, 0x2, 0x1);
    open("OPEN a new one", path, 0x2 | 0x8 | 0x20, 0x2, 0x0);
    open("OPEN to append", path, 0x2 | 0x4 | 0x8, 0x2 | 0x4, 0x3 | 0x8);
    add("OPENDIR", SftpConstants.SSH_FXP_OPENDIR, new Body().string(path));
  }

  private void open(String name, String path, int flags, int access, int newFlags) {
    Body body = new Body().string(path);
    if (version >= 5) {
      body.number(access).number(newFlags);
    } else {
      body.number(flags);
    }
    add(name, SftpConstants.SSH_FXP_OPEN, attributes(body));
  }

  private void looks(String path) {
    Body stat = new Body().string(path);
    Body lstat = new Body().string(path);
    if (version >= 4) {
      stat.number(SftpConstants.SSH_FILEXFER_ATTR_ALL);
      lstat.number(SftpConstants.SSH_FILEXFER_ATTR_ALL);
    }
    add("STAT", SftpConstants.SSH_FXP_STAT, stat);
    add("LSTAT", SftpConstants.SSH_FXP_LSTAT, lstat);
    add("READLINK", SftpConstants.SSH_FXP_READLINK, new Body().string(path));
    add("REALPATH", SftpConstants.SSH_FXP_REALPATH, new Body().string(path));
    for (int control = 1; version >= 6 && control <= 3; control++) {
      Body asked = new Body().string("/depot").octet(control).string(path);
      add("REALPATH " + control, SftpConstants.SSH_FXP_REALPATH, asked);
    }
  }

  private void changes(String path) {
    Body times = new Body().string(path);
    if (version >= 4) {
      times.number(SftpConstants.SSH_FILEXFER_ATTR_MODIFYTIME);
      times.octet(SftpConstants.SSH_FILEXFER_TYPE_REGULAR).large(1_000_000_000L);
    } else {
      times.number(SftpConstants.SSH_FILEXFER_ATTR_ACMODTIME);
      times.number(1_000_000_000).number(1_000_000_000);
    }
    add("SETSTAT times", SftpConstants.SSH_FXP_SETSTAT, times);
    Body size = new Body().string(path).number(SftpConstants.SSH_FILEXFER_ATTR_SIZE);
    if (version >= 4) {
      size.octet(SftpConstants.SSH_FILEXFER_TYPE_REGULAR);
    }
    add("SETSTAT size", SftpConstants.SSH_FXP_SETSTAT, size.large(0));
    Body mode = new Body().string(path).number(SftpConstants.SSH_FILEXFER_ATTR_PERMISSIONS);
    if (version >= 4) {
      mode.octet(SftpConstants.SSH_FILEXFER_TYPE_REGULAR);
    }
    add("SETSTAT mode", SftpConstants.SSH_FXP_SETSTAT, mode.number(0777));
    add("MKDIR", SftpConstants.SSH_FXP_MKDIR, attributes(new Body().string(path)));
    add("RMDIR", SftpConstants.SSH_FXP_RMDIR, new Body().string(path));
    add("REMOVE", SftpConstants.SSH_FXP_REMOVE, new Body().string(path));
  }

  private void twoPaths(String path) {
    for (boolean forth : new boolean[] {true, false}) {
      String side = forth ? " from" : " to";
      Body rename = pair(path, forth);
      add("RENAME" + side, SftpConstants.SSH_FXP_RENAME, version >= 5 ? rename.number(7) : rename);
      add("SYMLINK" + side, SftpConstants.SSH_FXP_SYMLINK, pair(path, forth));
      add("LINK" + side, SftpConstants.SSH_FXP_LINK, pair(path, forth).octet(0));
      add("LINK, symbolic," + side, SftpConstants.SSH_FXP_LINK, pair(path, forth).octet(1));
      extended("posix-rename@openssh.com", pair(path, forth));
      extended("hardlink@openssh.com", pair(path, forth));
      extended("copy-file", pair(path, forth).octet(1));
    }
  }

  private static Body pair(String path, boolean forth) {
    return forth ? new Body().string(path).string(OWN) : new Body().string(OWN).string(path);
  }

  private void extensions(String path) {
    Body range = new Body().string(path).string("md5").large(0).large(0).number(0);
    extended("check-file-name", range);
    extended(
        "check-file-handle", new Body().string(path).string("md5").large(0).large(0).number(0));
    extended("md5-hash", new Body().string(path).large(0).large(0).string(""));
    extended("md5-hash-handle", new Body().string(path).large(0).large(0).string(""));
    Body data = new Body().string(path).large(0).large(0).string(path).large(0);
    extended("copy-data", data);
    extended("lsetstat@openssh.com", attributes(new Body().string(path)));
    for (String one :
        List.of(
            "space-available",
            "statvfs@openssh.com",
            "fstatvfs@openssh.com",
            "fsync@openssh.com",
            "expand-path@openssh.com",
            "home-directory",
            "users-groups-by-id@openssh.com",
            "limits@openssh.com",
            "get-temp-folder",
            "make-temp-folder",
            "vendor-id",
            "filename-charset",
            "filename-translation-control",
            "text-seek")) {
      extended(one, new Body().string(path).string(path));
    }
  }

  private void extended(String name, Body rest) {
    Body body = new Body().string(name).raw(new String(rest.bytes(), ISO_8859_1));
    add(name, SftpConstants.SSH_FXP_EXTENDED, body);
  }

  /** A path isn't a handle, whatever file it names. */
  private void pathAsHandle(String path) {
    add("READ", SftpConstants.SSH_FXP_READ, new Body().string(path).large(0).number(1_000));
    add("WRITE", SftpConstants.SSH_FXP_WRITE, new Body().string(path).large(0).string("x"));
    add("FSTAT", SftpConstants.SSH_FXP_FSTAT, new Body().string(path).number(0));
    add("FSETSTAT", SftpConstants.SSH_FXP_FSETSTAT, attributes(new Body().string(path)));
    add("READDIR", SftpConstants.SSH_FXP_READDIR, new Body().string(path));
    add("CLOSE", SftpConstants.SSH_FXP_CLOSE, new Body().string(path));
    add(
        "BLOCK",
        SftpConstants.SSH_FXP_BLOCK,
        new Body().string(path).large(0).large(1).number(0x40));
    add("UNBLOCK", SftpConstants.SSH_FXP_UNBLOCK, new Body().string(path).large(0).large(1));
  }
}
