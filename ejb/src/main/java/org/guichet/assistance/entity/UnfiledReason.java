package org.guichet.assistance.entity;

/** Why a mail isn't filed in a thread by itself. Names are kept: they stand in rows. */
public enum UnfiledReason {
  /** It answers no mail about a request that we sent to its sender. */
  NO_REQUEST,
  /** It answers one, but its sender neither asked nor answers there. */
  OTHER_SENDER,
  /** The request ended. */
  OVER,
  /** Too many came in short time. */
  TOO_MANY,
  /** It says nothing beside what it quotes or brings along. */
  EMPTY
}
