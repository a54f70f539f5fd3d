namespace Coppice.Cli.Terminal;

/// <summary>Who is likely to read what a command writes.</summary>
internal enum ScreenKind
{
    /// <summary>A program, or a file.</summary>
    Pipe,

    /// <summary>A person who cannot answer.</summary>
    Terminal,

    /// <summary>A person at a keyboard.</summary>
    Conversation,
}
