using System.Reflection;
using Dapper;

namespace Coppice.Server.Storage;

/// <summary>
/// Makes records by the names of their constructor's parameters alone. SQLite types a computed column by its first row, and
/// has no type for it where that row is null or missing, so types cannot be what chooses a constructor.
/// </summary>
internal sealed class RecordMap(Type type) : SqlMapper.ITypeMap
{
    private readonly DefaultTypeMap _map = new(type);

    public static void Register() => SqlMapper.TypeMapProvider = type => new RecordMap(type);

    public ConstructorInfo? FindConstructor(string[] names, Type[] types) =>
        type.GetConstructors() is [var only] && Takes(only, names) ? only : _map.FindConstructor(names, types);

    public ConstructorInfo? FindExplicitConstructor() => _map.FindExplicitConstructor();

    public SqlMapper.IMemberMap? GetConstructorParameter(ConstructorInfo constructor, string columnName) =>
        _map.GetConstructorParameter(constructor, columnName);

    public SqlMapper.IMemberMap? GetMember(string columnName) => _map.GetMember(columnName);

    private static bool Takes(ConstructorInfo constructor, string[] names) =>
        constructor.GetParameters().Select(p => p.Name!).SequenceEqual(names.Select(n => n.Replace("_", "", StringComparison.Ordinal)), StringComparer.OrdinalIgnoreCase);
}
