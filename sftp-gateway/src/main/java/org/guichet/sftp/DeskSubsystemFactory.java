package org.guichet.sftp;

import java.io.IOException;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.UnsupportedAttributePolicy;

/** Makes the one subsystem that this door has. */
final class DeskSubsystemFactory extends SftpSubsystemFactory {
  DeskSubsystemFactory(SessionThreads threads, Answers answers) {
    setExecutorServiceProvider(threads::forOneSession);
    setFileSystemAccessor(new DeskAccessor());
    setErrorStatusDataHandler(answers);
    setUnsupportedAttributePolicy(UnsupportedAttributePolicy.Ignore);
  }

  @Override
  public Command createSubsystem(ChannelSession channel) throws IOException {
    return new DeskSubsystem(channel, this);
  }
}
