using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Extractor.Web.Answers;

/// <summary>The API's own description: OpenAPI 3.1 at <c>/api/v1/openapi.json</c>.</summary>
static class Description
{
    public const string Name = "v1";

    public static IServiceCollection AddDescription(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Extractor",
                Version = "1",
                Description = "Numeric claims of Chinese newspaper pages, each with the sentence that states it. Offsets count code points from 0. Decimals are strings. Lists answer {items, next}: next is the address of the next page, or null.",
            };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The value of EXTRACTOR_TOKEN" },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            // Members of records come with capitals; addresses are written without.
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query) ?? [])
                parameter.Name = char.ToLowerInvariant(parameter.Name![0]) + parameter.Name[1..];
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Access.Writes>().Any())
                operation.Security = [new() { [new OpenApiSecuritySchemeReference("token", context.Document)] = [] }];
            return Task.CompletedTask;
        });
    });
}
