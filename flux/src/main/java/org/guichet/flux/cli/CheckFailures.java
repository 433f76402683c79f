package org.guichet.flux.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Ends a run that can't go on, without a stack trace where the reason is known. */
final class CheckFailures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed)
      throws Exception {
    if (failure instanceof Unusable) {
      line.getErr().println("guichet check : " + failure.getMessage());
      return CheckCommand.UNUSABLE;
    }
    if (failure instanceof NobodyReads) {
      return CheckCommand.NOT_ACCEPTED; // whoever read the report has seen enough
    }
    if (failure instanceof IOException) {
      line.getErr().println("guichet check : " + failure);
      return CheckCommand.UNUSABLE;
    }
    throw failure;
  }
}
