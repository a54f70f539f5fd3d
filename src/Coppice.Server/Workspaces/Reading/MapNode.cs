namespace Coppice.Server.Workspaces.Reading;

internal sealed record MapNode(int Line, IReadOnlyList<MapEntry> Entries) : DefinitionNode(Line)
{
    public override string Describe() => "a section with keys of its own";
}

internal sealed record MapEntry(string Key, int Line, DefinitionNode Value);
