package io.github.partnercenter4j.spring;

/** A property with which the application cannot start. */
final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * Creates the exception.
     *
     * @param property the name of the property
     * @param problem what is wrong with it, after its name and without a period; never a secret
     * @param action what to do, in sentences
     */
    InvalidSettingException(String property, String problem, String action) {
        super("The property " + property + " " + problem + ".");
        this.action = action;
    }

    String action() {
        return action;
    }

    /** Runs a setter, and names the property if it refuses the value. The messages of the client never quote a secret. */
    static void check(String property, Runnable setter) {
        try {
            setter.run();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    property, "has an invalid value: " + e.getMessage(), "Correct the value.");
        }
    }
}
