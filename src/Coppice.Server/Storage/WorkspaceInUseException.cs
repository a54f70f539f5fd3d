namespace Coppice.Server.Storage;

/// <summary>Another process owns the workspace.</summary>
public sealed class WorkspaceInUseException : Exception
{
    public WorkspaceInUseException(string folder, OwnerNote? owner)
        : this(folder, owner is null ? "another process" : $"coppice {owner.Activity} (process {owner.Process})") => Owner = owner;

    /// <summary>The workspace is kept in a database server, where <paramref name="holder"/> has it.</summary>
    public WorkspaceInUseException(string place, string holder)
        : base($"The workspace {place} is in use by {holder}; one process at a time owns it.") => Folder = place;

    public string Folder { get; }

    public OwnerNote? Owner { get; }
}
