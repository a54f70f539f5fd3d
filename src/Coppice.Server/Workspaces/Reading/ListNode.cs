namespace Coppice.Server.Workspaces.Reading;

internal sealed record ListNode(int Line, IReadOnlyList<DefinitionNode> Items) : DefinitionNode(Line)
{
    public override string Describe() => $"a list of {Items.Count}";
}
