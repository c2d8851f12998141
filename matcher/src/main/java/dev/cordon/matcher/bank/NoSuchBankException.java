package dev.cordon.matcher.bank;

/** There is no bank of that name. */
public final class NoSuchBankException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoSuchBankException(String bank) {
    super("There is no bank named \"" + bank + "\"; make it with: cordon bank create " + bank);
  }
}
