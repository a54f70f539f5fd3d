namespace Coppice.Server.Storage;

/// <summary>Another process owns the workspace.</summary>
public sealed class WorkspaceInUseException(string folder, OwnerNote? owner)
    : Exception($"The workspace {folder} is in use by {(owner is null ? "another process" : $"coppice {owner.Activity} (process {owner.Process})")}; one process at a time owns it.")
{
    public string Folder { get; } = folder;

    public OwnerNote? Owner { get; } = owner;
}
