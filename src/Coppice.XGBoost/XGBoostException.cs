namespace Coppice.XGBoost;

/// <summary>The native library refused a call, or no usable library was found.</summary>
#pragma warning disable RCS1194 // Made here only, with the data of the failure: the customary constructors would leave it out.
public sealed class XGBoostException : Exception
#pragma warning restore RCS1194
{
    private XGBoostException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The C function that failed; null when the library itself could not be used.</summary>
    public string? NativeFunction { get; private init; }

    /// <summary>What the library said, whole, with its own stack; null when the library itself could not be used.</summary>
    public string? NativeMessage { get; private init; }

    /// <summary>The library that could not be used; null when none was found or when the failure is a call's.</summary>
    public string? LibraryPath { get; private init; }

    /// <summary>The version that was found instead of the supported one; null for every other failure.</summary>
    public Version? LibraryVersion { get; private init; }

    internal static XGBoostException FromNativeError(string function, string text) =>
        new($"XGBoost refused {function}: {Reason(text)}") { NativeFunction = function, NativeMessage = text };

    internal static XGBoostException LibraryMissing(string searched) =>
        new($"XGBoost 1.7 was not found ({searched}). Debian and Ubuntu: apt-get install libxgboost0; macOS: install libomp and a libxgboost.dylib of 1.7; " +
            $"Windows: put an xgboost.dll of 1.7 beside the application; or set {Native.LibraryLoader.PathVariable} to the file.");

    internal static XGBoostException LibraryUnusable(string path, string reason, Exception? cause = null) =>
        new($"XGBoost 1.7 was expected at {path}, but {reason}.", cause) { LibraryPath = path };

    internal static XGBoostException WrongVersion(Version found, string path) =>
        new($"XGBoost 1.7 was expected, but {found} was found at {path}.") { LibraryPath = path, LibraryVersion = found };

    // The library writes "[time] file:line: Check failed: … : reason\nStack trace:\n…"; people need the reason.
    private static string Reason(string text)
    {
        int stack = text.IndexOf("\nStack trace:", StringComparison.Ordinal);
        string reason = (stack < 0 ? text : text[..stack]).Trim();
        int place = reason.StartsWith('[') ? reason.IndexOf("] ", StringComparison.Ordinal) : -1;
        return reason[(place < 0 ? 0 : place + 2)..];
    }
}
