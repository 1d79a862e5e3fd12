package dev.dragoman.benchmarks.hostile;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listens on the loopback ports in hostile documents, and counts connections. */
final class Listeners implements Closeable {
  private static final Pattern PORT = Pattern.compile("(?:127\\.0\\.0\\.1|localhost):([0-9]{2,5})");

  private final List<ServerSocket> sockets = new ArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** Listens on every port in the texts. */
  Listeners(List<String> texts) throws IOException {
    Set<Integer> ports = new TreeSet<>();
    for (String text : texts) {
      Matcher matcher = PORT.matcher(text);
      while (matcher.find()) {
        ports.add(Integer.valueOf(matcher.group(1)));
      }
    }
    for (int port : ports) {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      sockets.add(socket);
      Thread thread = new Thread(() -> accept(socket), "listener-" + port);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket peer = socket.accept();
        connections.incrementAndGet();
        peer.close();
      } catch (IOException e) {
        // Closed: the run is over.
        return;
      }
    }
  }

  /** The number of connections since the last call. */
  int connections() {
    return connections.getAndSet(0);
  }

  List<Integer> ports() {
    return sockets.stream().map(ServerSocket::getLocalPort).toList();
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket socket : sockets) {
      socket.close();
    }
  }
}
