namespace Coppice.Server.Quality;

/// <summary>How a file was sent.</summary>
/// <param name="Form">Whether it is one.</param>
/// <param name="Accept">Codes of findings that its sender means.</param>
public sealed record SentFile(SendingForm Form, IReadOnlyCollection<string> Accept);

/// <summary>What a sending is.</summary>
public enum SendingForm
{
    /// <summary>A file: every one is looked at.</summary>
    File,

    /// <summary>Objects in a request: a few of them are a message.</summary>
    Message,
}
