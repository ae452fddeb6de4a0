using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Extractor.Web.Answers;

/// <summary>A misspelt filter would silently find everything: a name in the query that the endpoint does not know is refused.</summary>
static class KnownNames
{
    public static TBuilder RefuseUnknownNames<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilterFactory((factory, next) =>
        {
            var names = factory.MethodInfo.GetParameters().SelectMany(Of).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return context => context.HttpContext.Request.Query.Keys.FirstOrDefault(key => !names.Contains(key)) is { } unknown
                ? throw new BadRequestException(names.Count == 0
                    ? $"this address takes no parameters, and {unknown} is one"
                    : $"there is no parameter {unknown}; there are {string.Join(", ", names.Order(StringComparer.Ordinal))}")
                : next(context);
        });

    static IEnumerable<string> Of(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<AsParametersAttribute>() is not null)
            return parameter.ParameterType.GetProperties().Where(property => IsSimple(property.PropertyType) && property.CanWrite).Select(property => Name(property, property.Name));
        return IsSimple(parameter.ParameterType) ? [Name(parameter, parameter.Name!)] : [];
    }

    static string Name(ICustomAttributeProvider attributes, string otherwise) =>
        attributes.GetCustomAttributes(inherit: true).OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? char.ToLowerInvariant(otherwise[0]) + otherwise[1..];

    static bool IsSimple(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(string) || bare.IsPrimitive || bare == typeof(decimal) || bare == typeof(Guid) || bare == typeof(DateOnly);
    }
}
