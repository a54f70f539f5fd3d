namespace Coppice.Server.Workspaces.Reading;

internal sealed record ScalarNode(int Line, string Text, ScalarStyle Style) : DefinitionNode(Line)
{
    /// <summary>A key with nothing behind it, or an explicit null: the default holds.</summary>
    public bool IsAbsent => Style is ScalarStyle.Plain && Text is "" or "~" or "null";

    public override string Describe() => Text.Length <= 60 ? $"\"{Text}\"" : $"\"{Text.AsSpan(0, 57)}...\"";
}

internal enum ScalarStyle
{
    Plain,
    Quoted,
}
