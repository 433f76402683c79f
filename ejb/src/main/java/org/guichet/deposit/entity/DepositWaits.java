package org.guichet.deposit.entity;

/** Fired when something waits in a line: whoever rings the doorbell listens after the commit. */
public record DepositWaits() {}
