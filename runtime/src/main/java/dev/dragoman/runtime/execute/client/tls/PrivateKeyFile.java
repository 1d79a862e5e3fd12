package dev.dragoman.runtime.execute.client.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads private keys in PKCS#8 (RFC 5208), in PEM or DER, encrypted or not. */
final class PrivateKeyFile {
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

  private final FileSetting file;
  private final Password password;

  PrivateKeyFile(FileSetting file, Password password) {
    this.file = file;
    this.password = password;
  }

  PrivateKey read() throws FaultyFileException {
    byte[] bytes = file.read();
    if (!PemFile.isPem(bytes)) {
      return der(bytes);
    }
    return find(PemFile.blocks(file, bytes))
        .orElseThrow(
            () -> file.fault("does not contain a private key (\"-----BEGIN PRIVATE KEY-----\")."));
  }

  private PrivateKey der(byte[] bytes) throws FaultyFileException {
    EncryptedPrivateKeyInfo sealed;
    try {
      sealed = new EncryptedPrivateKeyInfo(bytes);
    } catch (IOException plain) {
      return key(bytes, 0);
    }
    return decrypted(sealed, 0);
  }

  /** The first private key among blocks. */
  Optional<PrivateKey> find(List<PemFile.Block> blocks) throws FaultyFileException {
    for (PemFile.Block block : blocks) {
      if (block.isPrivateKey()) {
        return Optional.of(
            switch (block.label()) {
              case "PRIVATE KEY" -> key(block.bytes(), block.line());
              case "ENCRYPTED PRIVATE KEY" -> decrypted(block);
              default ->
                  throw file.fault(
                      block.line(),
                      "\""
                          + block.label()
                          + "\" is not PKCS#8; convert it: openssl pkcs8 -topk8 -in KEY -out"
                          + " NEW-KEY.");
            });
      }
    }
    return Optional.empty();
  }

  private PrivateKey key(byte[] der, int line) throws FaultyFileException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException another) {
        // The key says which algorithm it is for, but the factory has to be chosen first.
      } catch (GeneralSecurityException unsupported) {
        throw new IllegalStateException("every Java supports " + algorithm, unsupported);
      }
    }
    String message = "the private key cannot be read: not PKCS#8 for RSA, EC or EdDSA.";
    throw line == 0
        ? file.fault("does not contain a private key: " + message)
        : file.fault(line, message);
  }

  private PrivateKey decrypted(PemFile.Block block) throws FaultyFileException {
    try {
      return decrypted(new EncryptedPrivateKeyInfo(block.bytes()), block.line());
    } catch (IOException unsupported) {
      throw unsupported(block.line());
    }
  }

  private PrivateKey decrypted(EncryptedPrivateKeyInfo info, int line) throws FaultyFileException {
    if (password.value().length == 0) {
      throw fault(
          line, "the private key is encrypted; set its password with " + password.source() + ".");
    }
    try {
      // The name of PBES2 with its parameters is the name of the algorithm.
      String algorithm = String.valueOf(info.getAlgParameters());
      SecretKeyFactory factory =
          SecretKeyFactory.getInstance(algorithm.startsWith("PBE") ? algorithm : info.getAlgName());
      Cipher cipher = Cipher.getInstance(factory.getAlgorithm());
      cipher.init(
          Cipher.DECRYPT_MODE,
          factory.generateSecret(new PBEKeySpec(password.value())),
          info.getAlgParameters());
      return key(info.getKeySpec(cipher).getEncoded(), line);
    } catch (InvalidKeySpecException | InvalidKeyException wrong) {
      throw fault(
          line,
          "the private key cannot be decrypted with the password in " + password.source() + ".");
    } catch (GeneralSecurityException unsupported) {
      throw unsupported(line);
    }
  }

  private FaultyFileException unsupported(int line) {
    return fault(
        line,
        "the encryption of the private key is not supported; convert it: openssl pkcs8 -topk8"
            + " -v2 aes-256-cbc -in KEY -out NEW-KEY.");
  }

  /** An exception that names the line of a key in PEM; keys in DER have none. */
  private FaultyFileException fault(int line, String message) {
    return line == 0 ? file.fault("is not usable: " + message) : file.fault(line, message);
  }
}
