package org.guichet.canary.web;

import org.guichet.canary.Breaks;
import org.guichet.canary.sftp.Folder;

/** A door that knows the other one. */
@Breaks("doors_do_not_know_each_other")
public record SftpParcels(Folder folder) {}
