namespace Coppice.Server.Files;

/// <summary>A file as it was sent.</summary>
/// <param name="Path">Where it lies now.</param>
/// <param name="Name">What its sender calls it.</param>
/// <param name="Mapping">Which column is what, as the sender says: <c>customer=client_id,type:=purchase</c>.</param>
/// <param name="Actor">Who sent it.</param>
public sealed record UploadedFile(string Path, string Name, string? Mapping, string Actor);
