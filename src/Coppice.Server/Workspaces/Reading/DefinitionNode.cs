namespace Coppice.Server.Workspaces.Reading;

/// <summary>A part of the definition file and the line it begins on.</summary>
internal abstract record DefinitionNode(int Line)
{
    /// <summary>What the node is, for "found ..." in messages.</summary>
    public abstract string Describe();
}
